package org.comity.assistance;

import static org.comity.convention.FieldKey.*;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.convention.FieldKey;
import org.comity.procedure.form.OtherBasis;
import org.comity.procedure.form.TypedForm;

/** Lists the steps of a request for assistance, one thing a page, with what the law asks on each. */
enum AssistanceComposeStep {
    STATE(BASIS),
    OFFENCE(AUTHORITY, SCOPE, FieldKey.OFFENCE),
    PROCEEDING(FieldKey.PROCEEDING, FACTS),
    DATA(FieldKey.DATA, PERIOD),
    ASSISTANCE(FieldKey.ASSISTANCE, FORMALITIES),
    CONCERNED(FieldKey.CONCERNED),
    PURPOSE(FieldKey.PURPOSE, SAFEGUARDS),
    PRESERVED(FieldKey.PRESERVED),
    URGENCY(EXPEDITED, DEADLINE),
    CONFIDENTIALITY(FieldKey.CONFIDENTIALITY, LANGUAGE);

    private final List<FieldKey> asks;

    AssistanceComposeStep(FieldKey... asks) {
        this.asks = List.of(asks);
    }

    List<FieldKey> asks() {
        return asks;
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AssistanceComposeStep> of(String path) {
        return Stream.of(values()).filter(it -> it.path().equals(path)).findFirst();
    }

    /** Puts what this page posted into the request. */
    void fill(TypedForm form) {
        switch (this) {
            case STATE ->
                form.text("instrument", OtherBasis.KIND, OtherBasis.TITLE, OtherBasis.ARTICLE, "ourCase", "theirCase");
            case OFFENCE ->
                form.text("authority", "scope", "offence").texts("offences").number("penaltyMonths", 0);
            case PROCEEDING -> form.text("proceeding", "conductedBy", "stage", "facts");
            case DATA ->
                form.texts("dataClasses")
                        .identifiers()
                        .startOf("from")
                        .endOf("until")
                        .text("custodian", "location");
            case ASSISTANCE -> form.texts("measures").text("assistance").lines("formalities");
            case CONCERNED -> form.text("concerned");
            case PURPOSE -> form.text("purpose", "safeguards");
            case PRESERVED ->
                form.text("preservation", "preserved", "providerReference").endOf("preservedUntil");
            case URGENCY -> form.text("expedited", "deadlineReasons").endOf("answerBy");
            case CONFIDENTIALITY -> form.flag("secret").text("language");
        }
    }
}
