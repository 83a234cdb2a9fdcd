package org.comity.ui;

import java.util.function.Supplier;

/**
 * Carries what each form must send back so that no other site can post it. Asked only by a page that has a form: the token needs a
 * session, and who merely reads a public page shall leave none behind.
 */
public record Csrf(Supplier<String> named, Supplier<String> valued) {

    public String parameter() {
        return named.get();
    }

    public String token() {
        return valued.get();
    }
}
