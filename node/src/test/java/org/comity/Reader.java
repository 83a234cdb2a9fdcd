package org.comity;

/** Says how a page is read: the language, how wide the screen is, and whether the browser runs script. */
record Reader(String language, int width, boolean script) {

    /** The two who are furthest apart. */
    static final Reader WIDE = new Reader("en", 1440, true);

    static final Reader NARROW = new Reader("ar", 320, false);

    /** Of these two the one who reads a page in a plain run: always the same for a page of this name, about half for each. */
    static Reader of(String page) {
        return page.hashCode() % 2 == 0 ? WIDE : NARROW;
    }
}
