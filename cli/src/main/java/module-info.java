/** The dandori command. */
module dandori.cli {
    requires dandori.scenarios;
    requires dandori.web;
    requires info.picocli;
    requires me.tongfei.progressbar;
    requires static org.jspecify;

    exports dandori.cli;

    opens dandori.cli to
            info.picocli;
}
