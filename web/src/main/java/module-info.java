/** The viewer of results folders in a browser, and its server. */
module dandori.web {
    requires io.javalin;
    requires java.management;
    requires java.desktop;
    requires org.eclipse.collections.api;
    requires org.eclipse.collections.impl;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.csv;
    requires static transitive org.jspecify;

    exports dandori.web;
}
