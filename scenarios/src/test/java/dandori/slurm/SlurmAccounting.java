package dandori.slurm;

import dandori.policy.share.Account;
import dandori.policy.share.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The books of a cluster, without which Slurm takes age and fair share for 0: MariaDB and slurmdbd
 * of its own, with files and ports of their own, and the accounts. Needs no rights: all accounts
 * are the present user's.
 *
 * <p>slurmdbd 22.05 and MariaDB 10.11 of Debian 12 ({@code slurmdbd}, {@code mariadb-server}).
 */
final class SlurmAccounting {

    private final SlurmCluster cluster;
    private final Path folder;
    private final int databasePort;
    private final int port;
    private final String user = System.getProperty("user.name");

    /** Books for a cluster, on these ports. */
    SlurmAccounting(SlurmCluster cluster, Path folder, int databasePort, int port) {
        this.cluster = cluster;
        this.folder = folder;
        this.databasePort = databasePort;
        this.port = port;
    }

    /** Whether the programs are here. */
    static boolean isInstalled() {
        return List.of("slurmdbd", "sacctmgr", "sshare", "mariadbd", "mariadb-install-db").stream()
                .noneMatch(name -> SlurmCluster.program(name).isEmpty());
    }

    /** The lines of slurm.conf. */
    List<String> conf() {
        return List.of(
                "AccountingStorageType=accounting_storage/slurmdbd",
                "AccountingStorageHost=127.0.0.1",
                "AccountingStoragePort=" + port,
                "AccountingStoragePass=" + folder.resolve("munge.sock"),
                // Else jobs that end between two looks at usage are forgotten.
                "AccountingStorageEnforce=limits");
    }

    /** Starts the daemons, and enters the accounts. */
    void begin(Accounts accounts) throws IOException, InterruptedException {
        beginDatabase();
        Path conf = Files.write(folder.resolve("slurmdbd.conf"), slurmdbdConf());
        Files.setPosixFilePermissions(conf, PosixFilePermissions.fromString("rw-------"));
        cluster.begin("slurmdbd", "-D");
        cluster.runUntilItWorks("sacctmgr", "-i", "add", "cluster", "judge");
        add(accounts.organizations(), "root");
    }

    /**
     * Slurm has the newest before its siblings, which matters where they tie: the last is first.
     */
    private void add(List<Account> siblings, String parent)
            throws IOException, InterruptedException {
        for (int place = siblings.size() - 1; place >= 0; place--) {
            if (!siblings.get(place).name().equals("root")) { // is there, and so is its user
                add(siblings.get(place), parent);
            }
        }
    }

    private void beginDatabase() throws IOException, InterruptedException {
        Path data = folder.resolve("database");
        String socket = "--socket=" + folder.resolve("database.sock");
        String its = user.equals("root") ? "--user=root" : "--skip-log-bin";
        String temporary = "--tmpdir=" + Files.createDirectory(folder.resolve("temporary"));
        cluster.run(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                temporary,
                its);
        cluster.begin(
                "mariadbd",
                "--no-defaults",
                its,
                temporary,
                "--datadir=" + data,
                socket,
                "--pid-file=" + folder.resolve("database.pid"),
                "--bind-address=127.0.0.1",
                "--port=" + databasePort,
                "--innodb-buffer-pool-size=16M",
                "--skip-name-resolve");
        cluster.runUntilItWorks(
                "mariadb",
                "--no-defaults",
                socket,
                "--user=root",
                "--execute=create user books@127.0.0.1; create database books;"
                        + " grant all on books.* to books@127.0.0.1");
    }

    private List<String> slurmdbdConf() throws IOException, InterruptedException {
        return List.of(
                "AuthType=auth/munge",
                "AuthInfo=socket=" + folder.resolve("munge.sock"),
                "DbdHost=" + cluster.host(),
                "DbdAddr=127.0.0.1",
                "DbdPort=" + port,
                "SlurmUser=" + user,
                "LogFile=" + folder.resolve("slurmdbd.log"),
                "PidFile=" + folder.resolve("slurmdbd.pid"),
                "StorageType=accounting_storage/mysql",
                "StorageHost=127.0.0.1",
                "StoragePort=" + databasePort,
                "StorageUser=books",
                "StorageLoc=books");
    }

    private void add(Account account, String parent) throws IOException, InterruptedException {
        cluster.run(
                "sacctmgr",
                "-i",
                "add",
                "account",
                account.name(),
                "parent=" + parent,
                "fairshare=" + Math.round(account.shares()));
        for (double shares : account.users().values()) {
            cluster.run(
                    "sacctmgr",
                    "-i",
                    "add",
                    "user",
                    user,
                    "account=" + account.name(),
                    "fairshare=" + Math.round(shares));
        }
        add(account.accounts(), account.name());
    }
}
