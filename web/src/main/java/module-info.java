/** The viewer of results folders; it has no classes yet. */
module dandori.web {}
