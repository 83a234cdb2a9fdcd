package org.comity.cooperation.assistance;

import static org.comity.convention.FieldKey.*;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.convention.FieldKey;
import org.comity.cooperation.form.Basis;
import org.comity.cooperation.form.TypedForm;

/** One thing a page: the steps of a request for assistance, with what the law asks on each. */
enum ComposeStep {
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

    ComposeStep(FieldKey... asks) {
        this.asks = List.of(asks);
    }

    List<FieldKey> asks() {
        return asks;
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ComposeStep> of(String path) {
        return Stream.of(values()).filter(it -> it.path().equals(path)).findFirst();
    }

    /** Puts what this page posted into the request. */
    void fill(TypedForm form) {
        switch (this) {
            case STATE -> form.text("instrument", Basis.KIND, Basis.TITLE, Basis.ARTICLE, "ourCase", "theirCase");
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
