package org.comity.casework.providers;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What is written about a provider cannot be kept. */
final class ProvidersRefused extends RuleBroken {

    private ProvidersRefused(String code) {
        super(code, Map.of());
    }

    static ProvidersRefused changedMeanwhile() {
        return new ProvidersRefused("providers.changed-meanwhile");
    }

    static ProvidersRefused tooMany() {
        return new ProvidersRefused("providers.too-many");
    }

    static ProvidersRefused unknown() {
        return new ProvidersRefused("providers.unknown");
    }
}
