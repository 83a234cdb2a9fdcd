package org.comity.identity.administration;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** A change of the list of people that cannot be made. */
final class PeopleRefused extends RuleBroken {

    private PeopleRefused(String code) {
        super(code, Map.of());
    }

    private PeopleRefused(String code, String field) {
        super(code, Map.of(), field);
    }

    static PeopleRefused unknown() {
        return new PeopleRefused("people.unknown");
    }

    static PeopleRefused taken() {
        return new PeopleRefused("people.taken", "id");
    }

    /** One person has one account: with two, they would be two officers. */
    static PeopleRefused sameName() {
        return new PeopleRefused("people.same-name", "name");
    }

    static PeopleRefused lastAdministrator() {
        return new PeopleRefused("people.last-administrator");
    }

    static PeopleRefused here() {
        return new PeopleRefused("people.here");
    }

    static PeopleRefused changedMeanwhile() {
        return new PeopleRefused("people.changed-meanwhile");
    }

    static PeopleRefused notWaiting() {
        return new PeopleRefused("people.not-waiting");
    }

    static PeopleRefused notSecond() {
        return new PeopleRefused("people.not-second");
    }

    static PeopleRefused left() {
        return new PeopleRefused("people.left");
    }
}
