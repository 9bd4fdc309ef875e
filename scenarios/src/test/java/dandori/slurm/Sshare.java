package dandori.slurm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line of {@code sshare -l -a -P}: a user if it names one, else an account.
 *
 * @param account its name, or that of its account
 * @param isUser whether it is a user
 * @param normShares its shares among its siblings, or, if they are classic, of all; from 0 to 1
 * @param rawUsage what it has used, in processor seconds, decayed
 * @param fairShare the factor of a user, and of an account if it is classic, from 0 to 1
 * @param levelFs shares / usage among its siblings; NaN if shares are classic
 */
record Sshare(
        String account,
        boolean isUser,
        double normShares,
        double rawUsage,
        double fairShare,
        double levelFs) {

    /** All lines but that of the root. */
    static List<Sshare> read(String said) {
        List<Sshare> lines = new ArrayList<>();
        List<String> columns = List.of();
        for (String line : said.lines().toList()) {
            List<String> cells = Arrays.asList(line.split("\\|", -1));
            if (columns.isEmpty()) {
                columns = cells;
            } else if (!cells.get(0).equals("root")) {
                lines.add(
                        new Sshare(
                                cells.get(columns.indexOf("Account")).strip(),
                                !cells.get(columns.indexOf("User")).isEmpty(),
                                number(cells.get(columns.indexOf("NormShares"))),
                                number(cells.get(columns.indexOf("RawUsage"))),
                                number(cells.get(columns.indexOf("FairShare"))),
                                columns.contains("LevelFS")
                                        ? number(cells.get(columns.indexOf("LevelFS")))
                                        : Double.NaN));
            }
        }
        return lines;
    }

    private static double number(String cell) {
        return switch (cell) {
            case "" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            default -> Double.parseDouble(cell);
        };
    }
}
