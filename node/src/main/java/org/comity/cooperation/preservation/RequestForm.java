package org.comity.cooperation.preservation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.cooperation.form.Identifier;
import org.comity.ui.TypedText;
import org.springframework.util.MultiValueMap;

/** Puts what one page posted into the request; what the page did not ask stays as it was. */
final class RequestForm {

    private RequestForm() {}

    static Map<String, Object> apply(Map<String, Object> body, ComposeStep step, MultiValueMap<String, String> form) {
        var json = new LinkedHashMap<>(body);
        json.put("emergency", form.containsKey("emergency"));
        json.put("phonedFirst", form.containsKey("phonedFirst"));
        put(json, form, "emergencyReason");
        switch (step) {
            case STATE -> {
                put(json, form, "instrument");
                put(json, form, "ourCase");
                put(json, form, "theirCase");
            }
            case OFFENCE -> {
                put(json, form, "authority");
                put(json, form, "offence");
                put(json, form, "facts");
                put(json, form, "stage");
                json.put("offences", texts(form, "offences"));
            }
            case DATA -> data(json, form);
            case CUSTODIAN -> {
                put(json, form, "custodian");
                put(json, form, "location");
            }
            case NECESSITY -> put(json, form, "necessity");
            case FOLLOW_UP -> {
                json.put("intent", form.containsKey("intent"));
                json.put("followUp", day(form.getFirst("followUp")));
                json.put("daysAsked", days(form.getFirst("daysAsked")));
                json.put("answerBy", instant(form.getFirst("answerBy"), LocalTime.of(23, 59, 59)));
            }
            case CONFIDENTIALITY -> {
                json.put("secret", form.containsKey("secret"));
                json.put("doNotNotify", form.containsKey("doNotNotify"));
            }
        }
        return Request.of(json).json();
    }

    private static void data(Map<String, Object> json, MultiValueMap<String, String> form) {
        json.put("dataClasses", texts(form, "dataClasses"));
        json.put(
                "identifiers",
                Identifier.parseAll(TypedText.clean(form.getFirst("identifiers"))).stream()
                        .map(Identifier::json)
                        .toList());
        json.put("from", instant(form.getFirst("from"), LocalTime.MIN));
        json.put("until", instant(form.getFirst("until"), LocalTime.of(23, 59, 59)));
        put(json, form, "link");
    }

    private static void put(Map<String, Object> json, MultiValueMap<String, String> form, String key) {
        if (form.containsKey(key)) {
            json.put(key, TypedText.clean(form.getFirst(key)));
        }
    }

    private static List<String> texts(MultiValueMap<String, String> form, String key) {
        return form.getOrDefault(key, List.of()).stream().map(TypedText::clean).toList();
    }

    private static String instant(String date, LocalTime time) {
        var day = day(date);
        return day.isEmpty()
                ? ""
                : LocalDate.parse(day).atTime(time).toInstant(ZoneOffset.UTC).toString();
    }

    private static String day(String text) {
        try {
            return text == null || text.isBlank() ? "" : LocalDate.parse(text.strip()).toString();
        } catch (DateTimeException notADay) {
            return "";
        }
    }

    private static int days(String text) {
        return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : RequestRules.SHORTEST_DAYS;
    }
}
