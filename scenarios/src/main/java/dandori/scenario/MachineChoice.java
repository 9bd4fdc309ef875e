package dandori.scenario;

import org.jspecify.annotations.Nullable;

/**
 * Which machine of the catalogue, or of a machine file, a scenario takes.
 *
 * @param from {@code catalogue/NAME}, or the absolute path of a machine file
 * @param nodes how many units it has here; null: as many as it has there
 * @param hasGroups whether its resource groups hold here; else it is one pool
 * @param hasMaintenance whether the maintenance that its file lists takes place here
 */
public record MachineChoice(
        String from, @Nullable Integer nodes, boolean hasGroups, boolean hasMaintenance) {}
