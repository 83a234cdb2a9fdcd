package org.comity.cooperation.preservation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.cooperation.form.BodyFields;
import org.comity.cooperation.form.Identifier;
import org.comity.cooperation.form.OtherBasis;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a preservation request says: the items of Art. 42(3)(a) to (g), and what makes it easy to answer.
 *
 * <p>Unknown text is empty, never null, so that a draft can be saved at any point.
 *
 * @param instrument id of the governing instrument in the convention data
 * @param basis what it rests on where the instrument is one that we name ourselves
 * @param authority (a) the authority seeking the preservation
 * @param offences (b) articles of the governing instrument, as numbers; empty for another crime
 * @param offence (b) the offence in our law, with its provision
 * @param facts (b) brief summary
 * @param stage investigation, prosecution or judicial proceeding
 * @param dataClasses (c) {@code subscriber}, {@code traffic}, {@code content}
 * @param identifiers (c) each with its kind
 * @param from (c) first instant of the period, with {@code until}; null when open
 * @param link (c) how the data relate to the offence
 * @param custodian (d) if available; {@code location} likewise
 * @param necessity (e)
 * @param followUp (f) the day by which the assistance request is planned; null if not yet known
 * @param secret (g) keep the request confidential; {@code notifyUser} false: do not tell the user
 * @param daysAsked how long the data should be kept, at least 60
 * @param answerBy their answer asked by, or null
 * @param callBack in an emergency the telephone where we are reached at once; empty otherwise
 * @param completeBy in an emergency by when we say what was not known; null where nothing is left out
 * @param scope what it rests on, by its code in the law data; empty where it is not said or makes no difference
 * @param penaltyMonths the highest penalty of the offence in our law; 0 where it is not said
 * @param continues reference of a request with which this one goes on, since its registers differ; empty otherwise
 */
// More than twelve: it is what the request says, item by item of the treaty.
record PreservationRequest(
        String instrument,
        OtherBasis basis,
        String authority,
        String ourCase,
        String theirCase,
        List<String> offences,
        String offence,
        String facts,
        String stage,
        List<String> dataClasses,
        List<Identifier> identifiers,
        @Nullable Instant from,
        @Nullable Instant until,
        String link,
        String custodian,
        String location,
        String necessity,
        boolean intent,
        @Nullable LocalDate followUp,
        boolean secret,
        boolean doNotNotify,
        int daysAsked,
        @Nullable Instant answerBy,
        boolean emergency,
        String emergencyReason,
        boolean phonedFirst,
        String callBack,
        @Nullable Instant completeBy,
        String scope,
        int penaltyMonths,
        String continues) {

    static PreservationRequest empty(String instrument, String authority) {
        return new PreservationRequest(
                instrument,
                new OtherBasis("", "", ""),
                authority,
                "",
                "",
                List.of(),
                "",
                "",
                "investigation",
                List.of(),
                List.of(),
                null,
                null,
                "",
                "",
                "",
                "",
                false,
                null,
                false,
                false,
                60,
                null,
                false,
                "",
                false,
                "",
                null,
                "",
                0,
                "");
    }

    /** Every key under which a request says something. */
    static Set<String> keys() {
        var keys = new HashSet<>(empty("", "").json().keySet());
        keys.addAll(Set.of(
                OtherBasis.KIND,
                OtherBasis.TITLE,
                OtherBasis.ARTICLE,
                "continues",
                "scope",
                "penaltyMonths",
                "callBack",
                "completeBy"));
        return keys;
    }

    /** Does it rest on what we name ourselves, so that no article is cited? */
    boolean form() {
        return instrument.equals(Convention.OTHER);
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("instrument", instrument);
        basis.putInto(json);
        json.put("authority", authority);
        json.put("ourCase", ourCase);
        json.put("theirCase", theirCase);
        json.put("offences", offences);
        json.put("offence", offence);
        json.put("facts", facts);
        json.put("stage", stage);
        json.put("dataClasses", dataClasses);
        json.put("identifiers", identifiers.stream().map(Identifier::json).toList());
        json.put("from", text(from));
        json.put("until", text(until));
        json.put("link", link);
        json.put("custodian", custodian);
        json.put("location", location);
        json.put("necessity", necessity);
        json.put("intent", intent);
        json.put("followUp", text(followUp));
        json.put("secret", secret);
        json.put("doNotNotify", doNotNotify);
        json.put("daysAsked", daysAsked);
        json.put("answerBy", text(answerBy));
        json.put("emergency", emergency);
        json.put("emergencyReason", emergencyReason);
        json.put("phonedFirst", phonedFirst);
        if (!callBack.isEmpty()) {
            json.put("callBack", callBack);
        }
        if (completeBy != null) {
            json.put("completeBy", text(completeBy));
        }
        if (!scope.isEmpty()) {
            json.put("scope", scope);
        }
        if (penaltyMonths > 0) {
            json.put("penaltyMonths", penaltyMonths);
        }
        if (!continues.isEmpty()) {
            json.put("continues", continues);
        }
        return json;
    }

    /** Lenient for drafts; {@link PreservationRequestRules} says what is missing. */
    static PreservationRequest of(Map<String, Object> json) {
        var read = new BodyFields(json);
        return new PreservationRequest(
                read.text("instrument"),
                OtherBasis.of(read),
                read.text("authority"),
                read.text("ourCase"),
                read.text("theirCase"),
                read.texts("offences"),
                read.text("offence"),
                read.text("facts"),
                read.text("stage"),
                read.texts("dataClasses"),
                read.maps("identifiers").stream().map(Identifier::of).toList(),
                read.instant("from"),
                read.instant("until"),
                read.text("link"),
                read.text("custodian"),
                read.text("location"),
                read.text("necessity"),
                read.flag("intent"),
                read.day("followUp"),
                read.flag("secret"),
                read.flag("doNotNotify"),
                read.number("daysAsked", 60),
                read.instant("answerBy"),
                read.flag("emergency"),
                read.text("emergencyReason"),
                read.flag("phonedFirst"),
                read.text("callBack"),
                read.instant("completeBy"),
                read.text("scope"),
                read.number("penaltyMonths", 0),
                read.text("continues"));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
