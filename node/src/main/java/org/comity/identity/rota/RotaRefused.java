package org.comity.identity.rota;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What cannot be seen or entered in the rota. */
final class RotaRefused extends RuleBroken {

    private RotaRefused(String code) {
        super(code, Map.of());
    }

    static RotaRefused unknown() {
        return new RotaRefused("rota.unknown");
    }

    static RotaRefused notYours() {
        return new RotaRefused("rota.forbidden");
    }

    static RotaRefused tooMany() {
        return new RotaRefused("rota.too-many");
    }
}
