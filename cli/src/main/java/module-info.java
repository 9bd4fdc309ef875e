/** The dandori command. */
module dandori.cli {
    requires dandori.scenarios;
    requires dandori.web;
    requires info.picocli;
    requires java.management;
    requires me.tongfei.progressbar;
    requires static org.jspecify;

    exports dandori.cli;

    opens dandori.cli to
            info.picocli;
}
