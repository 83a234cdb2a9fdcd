package org.comity.identity.signin;

import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in page.
 *
 * @param options what the browser asks a passkey for, as JSON
 * @param to the page asked for, or empty
 * @param after what came before it: {@code ended}, a session while a form was open, {@code locked}, the desk, or null
 * @param lost the words typed on the desk that was locked are not kept
 * @param chairs this is a practice node: chairs are offered
 */
public record SignInView(
        String options,
        String to,
        @Nullable String after,
        boolean lost,
        boolean chairs,
        String person,
        FormProblems problems) {

    public boolean locked() {
        return "locked".equals(after);
    }
}
