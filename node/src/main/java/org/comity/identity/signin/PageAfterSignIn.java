package org.comity.identity.signin;

/** Finds where a person goes after signing in: only a page of this node. */
final class PageAfterSignIn {

    private static final String OURS = "/[A-Za-z0-9][A-Za-z0-9/_.~%?&=+:,-]{0,499}";

    private PageAfterSignIn() {}

    static String or(String asked, String otherwise) {
        return asked.matches(OURS) ? asked : otherwise;
    }
}
