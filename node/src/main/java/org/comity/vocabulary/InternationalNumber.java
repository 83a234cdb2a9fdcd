package org.comity.vocabulary;

import java.util.regex.Pattern;

/** Knows a telephone number that another State can dial: with its country code, and an extension if there is one. */
public final class InternationalNumber {

    /** Seven digits at least: no country code with its shortest numbers has fewer, and none has more than fifteen. */
    private static final Pattern DIALLED = Pattern.compile("(?:\\+|00)(?:[ ()./-]*+[0-9]){7,15}[ ()./-]*+"
            // ext. 4, extension 12, x7, and the same in other writings
            + "(?:[,;]?+ ?+\\p{L}{1,9}+\\.? ?+[0-9]{1,6})?");

    private InternationalNumber() {}

    public static boolean is(String typed) {
        return DIALLED.matcher(typed.strip()).matches();
    }
}
