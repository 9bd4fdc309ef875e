package dandori.web.study;

import java.util.Locale;

/** How far a results folder is. */
public enum StudyState {
    /** Somebody works on it. */
    RUNNING,
    /** All of it is there. */
    COMPLETE,
    /** It is over, and some simulations failed. */
    INCOMPLETE,
    /** It was begun, and nobody works on it any more. */
    BROKEN_OFF,
    /** Its manifest says something that this program does not know. */
    NEWER,
    /** Its manifest cannot be read. */
    DAMAGED;

    /** Its name in answers to the page. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
