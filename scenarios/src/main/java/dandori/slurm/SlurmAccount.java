package dandori.slurm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An account of a site: what it is due, what it may have, and who is below it. */
final class SlurmAccount {

    final String name;
    final String parent;
    String shares = "1";
    final Map<String, String> limits = new LinkedHashMap<>(); // as written, by keys in lower case
    final Map<String, SlurmAccount> users = new LinkedHashMap<>(); // by name
    final List<SlurmAccount> accounts = new ArrayList<>();
    final int line;

    SlurmAccount(String name, String parent, int line) {
        this.name = name;
        this.parent = parent;
        this.line = line;
    }
}
