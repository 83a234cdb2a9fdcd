package org.comity.cooperation.preservation;

import java.util.Map;
import org.comity.cooperation.form.TypedForm;
import org.springframework.util.MultiValueMap;

/** Puts what one page posted into the request; what the page did not ask stays as it was. */
final class RequestForm {

    private RequestForm() {}

    static Map<String, Object> apply(Map<String, Object> body, ComposeStep step, MultiValueMap<String, String> form) {
        var typed = new TypedForm(form, body).urgency();
        var filled = switch (step) {
            case STATE -> typed.text("instrument", "ourCase", "theirCase");
            case OFFENCE -> typed.text("authority", "offence", "facts", "stage").texts("offences");
            case DATA ->
                typed.texts("dataClasses").identifiers().startOf("from").endOf("until").text("link");
            case CUSTODIAN -> typed.text("custodian", "location");
            case NECESSITY -> typed.text("necessity");
            case FOLLOW_UP ->
                typed.flag("intent")
                        .day("followUp")
                        .number("daysAsked", RequestRules.SHORTEST_DAYS)
                        .endOf("answerBy");
            case CONFIDENTIALITY -> typed.flag("secret").flag("doNotNotify");
        };
        return Request.of(filled.json()).json();
    }
}
