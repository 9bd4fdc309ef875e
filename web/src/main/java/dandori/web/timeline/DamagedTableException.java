package dandori.web.timeline;

import java.io.IOException;

/** A table that is not whole, or not what it should be; the message says which and where. */
public final class DamagedTableException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedTableException(String what) {
        super(what);
    }
}
