package org.comity.exchange.as4;

import com.helger.phase4.ebms3header.Ebms3Error;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a refusal's code travels: as the detail of an ebMS error, {@code comity:<code>}, or in a bare HTTP answer. */
final class AnswerCodes {

    private static final Pattern OURS = Pattern.compile("comity:([a-z0-9.-]{1,80})");

    private static final Pattern WITH_FIELD = Pattern.compile("comity:[a-z0-9.-]{1,80} ([A-Za-z0-9.-]{1,40})");

    private AnswerCodes() {}

    /** @param field empty, or the one that is at fault */
    static String detail(String code, String field) {
        return field.isEmpty() ? "comity:" + code : "comity:" + code + " " + field;
    }

    /** The field that the other door names beside its code; empty where it names none. */
    static String field(List<Ebms3Error> errors) {
        return errors.stream()
                .map(it -> WITH_FIELD.matcher(String.valueOf(it.getErrorDetail())))
                .filter(Matcher::find)
                .map(it -> it.group(1))
                .findFirst()
                .orElse("");
    }

    /** Our code; else the ebMS code of the carrier itself, e.g. {@code ebms-0101}. */
    static String of(List<Ebms3Error> errors) {
        for (Ebms3Error each : errors) {
            Matcher ours = OURS.matcher(String.valueOf(each.getErrorDetail()));
            if (ours.find()) {
                return ours.group(1);
            }
        }
        return errors.isEmpty()
                ? "no-answer"
                : String.valueOf(errors.getFirst().getErrorCode())
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-");
    }

    /** From the answer to what never reached AS4, e.g. a body that was too large. */
    static String of(int status, byte[] body) {
        var text = new String(body, 0, Math.min(body.length, 1000), java.nio.charset.StandardCharsets.UTF_8);
        Matcher ours = OURS.matcher(text);
        if (ours.find()) {
            return ours.group(1);
        }
        return switch (status) {
            case 408 -> "slow-sender";
            case 413 -> "oversized";
            default -> "http-" + status;
        };
    }
}
