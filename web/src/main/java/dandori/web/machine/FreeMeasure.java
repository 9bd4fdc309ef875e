package dandori.web.machine;

import java.util.BitSet;

/**
 * Says how what is free lies together; answers are {@link FreeBox}, {@link FreeLeaf}, {@link
 * FreeRange}.
 */
interface FreeMeasure {

    /** The space of the nodes that are free. */
    FreeSpace of(BitSet free);
}
