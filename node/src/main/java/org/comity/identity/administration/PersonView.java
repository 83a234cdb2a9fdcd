package org.comity.identity.administration;

import java.util.List;
import org.comity.identity.passkey.Passkeys.Passkey;
import org.comity.identity.person.Person;
import org.comity.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * One person, as the administrator sees it.
 *
 * @param passkeys without their keys
 * @param link the one-time link just issued; shown once
 * @param waiting for a second person
 * @param record the newest lines about this person
 */
public record PersonView(
        Person person,
        List<Passkey> passkeys,
        boolean password,
        @Nullable String link,
        @Nullable PersonChange waiting,
        List<Ledger.Line> record) {}
