package org.comity.casework.compartments;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** Why a request was not closed or opened; nothing was changed. */
final class CompartmentRefused extends RuleBroken {

    private CompartmentRefused(String code) {
        super(code, Map.of());
    }

    static CompartmentRefused changed() {
        return new CompartmentRefused("compartment.changed");
    }

    static CompartmentRefused ownProposal() {
        return new CompartmentRefused("compartment.second-officer-must-differ");
    }

    static CompartmentRefused notAnApprover() {
        return new CompartmentRefused("compartment.not-an-approver");
    }

    static CompartmentRefused notNamed() {
        return new CompartmentRefused("compartment.not-named");
    }

    static CompartmentRefused tooMany() {
        return new CompartmentRefused("compartment.too-many");
    }
}
