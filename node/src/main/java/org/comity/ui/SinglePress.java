package org.comity.ui;

import java.util.function.Supplier;

/** Lets a double press of a legal act make one act. */
public interface SinglePress {

    /**
     * Does the act, in the caller's transaction or its own, unless the form's one-time token ({@code once}, see
     * {@code ui/form.jte}) was pressed before; then nothing is done.
     *
     * @param act returns where the act leads, e.g. {@code redirect:/requests/XA-2026-000417}
     * @return where the first press led
     */
    String once(String token, Supplier<String> act);

    /** As {@link #once}, of a form that may have been opened before it carried a token: without one, the act is done. */
    default String sent(String token, Supplier<String> act) {
        return token.isEmpty() ? act.get() : once(token, act);
    }
}
