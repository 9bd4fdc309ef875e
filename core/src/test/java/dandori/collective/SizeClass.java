package dandori.collective;

/** Sizes that behave alike. */
enum SizeClass {
    SMALL("4 B … 16 KiB"),
    MEDIUM("128 KiB … 8 MiB"),
    LARGE("64 MiB … 512 MiB");

    private final String text;

    SizeClass(String text) {
        this.text = text;
    }

    static SizeClass of(long bytes) {
        return bytes <= 16_384 ? SMALL : bytes <= 8_388_608 ? MEDIUM : LARGE;
    }

    String text() {
        return text;
    }
}
