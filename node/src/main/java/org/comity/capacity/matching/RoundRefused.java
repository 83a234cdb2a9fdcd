package org.comity.capacity.matching;

/** A round, or its file, that is not what it must be; nothing was computed. */
public final class RoundRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;

    RoundRefused(String what) {
        super(what);
        this.what = what;
    }

    static void unless(boolean holds, String what) {
        if (!holds) throw new RoundRefused(what);
    }

    /** The part that is not right: {@code weights}, {@code pair}, {@code file} and so on. */
    public String what() {
        return what;
    }
}
