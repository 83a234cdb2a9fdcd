package org.comity.convention;

import java.util.Arrays;
import java.util.Optional;

/** Names what the two requests that are written in Java may have to state; a procedure that is a file names its own. */
public enum FieldKey {
    BASIS,
    AUTHORITY,
    OFFENCE,
    DATA,
    CUSTODIAN,
    NECESSITY,
    INTENT,
    CONFIDENTIALITY,
    PROCEEDING,
    FACTS,
    ASSISTANCE,
    CONCERNED,
    PERIOD,
    PURPOSE,
    SCOPE,
    PRESERVED,
    EXPEDITED,
    FORMALITIES,
    LANGUAGE,
    DEADLINE,
    SAFEGUARDS;

    /** As data, acts and messages name it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<FieldKey> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word().equals(word)).findFirst();
    }
}
