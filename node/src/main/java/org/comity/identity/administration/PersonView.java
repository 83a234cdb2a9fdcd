package org.comity.identity.administration;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.identity.passkey.Passkeys.Passkey;
import org.comity.identity.person.Person;
import org.comity.ledger.Ledger;
import org.comity.ui.SeenMark;
import org.comity.vocabulary.Duty;
import org.jspecify.annotations.Nullable;

/**
 * One person, as the administrator sees it.
 *
 * @param passkeys without their keys
 * @param link the one-time link just issued; shown once
 * @param waiting for a second person, one of {@code deciders} by name
 * @param record the newest lines about this person
 */
public record PersonView(
        Person person,
        List<Passkey> passkeys,
        boolean password,
        @Nullable String link,
        @Nullable PersonChange waiting,
        List<String> deciders,
        List<Ledger.Line> record) {

    /** All that the person is to hold. */
    public Set<Duty> wanted() {
        return waiting == null ? person.duties() : waiting.duties();
    }

    /** What the form of duties carries of what stood on the page. */
    public String seen() {
        return seen(person, waiting);
    }

    static String seen(Person person, @Nullable PersonChange waiting) {
        return SeenMark.of(AdministeringPeople.words(person.duties()), waiting == null ? "" : waiting.hash());
    }

    /** Those of them that do not count yet. */
    public Set<Duty> unconfirmed() {
        return wanted().stream().filter(it -> !person.duties().contains(it)).collect(Collectors.toSet());
    }
}
