package dandori.experiment;

import java.io.IOException;
import java.util.Optional;

/** Where cells are kept that are done, so that a study may go on where it was broken off. */
public interface CellStore {

    /** Keeps nothing. */
    CellStore NONE =
            new CellStore() {
                @Override
                public Optional<CellResult> kept(Cell cell, VariantWorkloads workloads) {
                    return Optional.empty();
                }

                @Override
                public void keep(CellResult result) {}
            };

    /** What a cell came to when it was played before; empty if it was not. */
    Optional<CellResult> kept(Cell cell, VariantWorkloads workloads);

    /**
     * Keeps what a cell came to; called by several threads.
     *
     * @throws IOException if it cannot be written: the cell counts as failed
     */
    void keep(CellResult result) throws IOException;
}
