package org.comity.identity.passkey;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** A passkey did not prove what it should. Why stays in the log: an attacker learns nothing from it. */
public final class PasskeyRefused extends RuleBroken {

    public PasskeyRefused() {
        super("passkey.refused", Map.of());
    }
}
