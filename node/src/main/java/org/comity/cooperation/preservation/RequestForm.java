package org.comity.cooperation.preservation;

import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.cooperation.form.BodyFields;
import org.comity.cooperation.form.OtherBasis;
import org.comity.cooperation.form.TypedForm;
import org.springframework.util.MultiValueMap;

/** Puts what one page posted into the request; what the page did not ask stays as it was. */
final class RequestForm {

    private RequestForm() {}

    static Map<String, Object> apply(
            Map<String, Object> body, PreservationComposeStep step, MultiValueMap<String, String> form) {
        var typed = new TypedForm(form, body).urgency();
        var filled = switch (step) {
            case STATE ->
                typed.text("instrument", OtherBasis.KIND, OtherBasis.TITLE, OtherBasis.ARTICLE, "ourCase", "theirCase");
            case OFFENCE ->
                typed.text("authority", "scope", "offence", "facts", "stage")
                        .texts("offences")
                        .number("penaltyMonths", 0);
            case DATA ->
                typed.texts("dataClasses")
                        .identifiers()
                        .startOf("from")
                        .endOf("until")
                        .text("link");
            case CUSTODIAN -> typed.text("custodian", "location");
            case NECESSITY -> typed.text("necessity");
            case FOLLOW_UP ->
                typed.flag("intent")
                        .day("followUp")
                        .number("daysAsked", PreservationRequestRules.SHORTEST_DAYS)
                        .endOf("answerBy");
            case CONFIDENTIALITY -> typed.flag("secret").flag("doNotNotify");
        };
        var json = filled.json();
        // Offences and scope are those of an instrument: another one has others, and what a State names itself has
        // none.
        boolean other = !new BodyFields(body).text("instrument").equals(new BodyFields(json).text("instrument"));
        if (other || Convention.OTHER.equals(json.get("instrument"))) {
            json.putAll(Map.of("offences", List.of(), "scope", ""));
        }
        return PreservationRequest.of(json).json();
    }
}
