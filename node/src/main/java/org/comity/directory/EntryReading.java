package org.comity.directory;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.proof.Malformed;
import org.comity.proof.form.StrictBase64;
import org.comity.proof.form.StrictReading;
import org.comity.vocabulary.ParticipantKind;

/** Reads an entry strictly; what it lets through can be shown and used as it stands. */
final class EntryReading {

    private static final List<String> FIELDS = List.of(
            "format",
            "network",
            "id",
            "version",
            "previous",
            "signedAt",
            "names",
            "capitals",
            "zone",
            "node",
            "keys",
            "languages",
            "phone",
            "mail",
            "hours",
            "functions",
            "profile");
    private static final String KIND = "kind";
    private static final String[] NODE = {
        "as4", "seal", "as4Certificate", "tls", "register", "ageRecipient", "procedures"
    };
    private static final String[] WITH_EVIDENCE = {
        "as4", "seal", "as4Certificate", "tls", "register", "ageRecipient", "procedures", "evidence"
    };
    private static final List<String> PROFILE = List.of(
            "twoOfficers",
            "passkeyRequired",
            "contactPointMayOrder",
            "orderNeedsMagistrate",
            "needs",
            "provisions",
            "instruments",
            "highestMarking",
            "reservations",
            "checked");
    static final int MOST_LANGUAGES = 20;
    static final int MOST_PROVISIONS = 40;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_TEXT = 2_000;

    private static final Set<String> CLASSES = Set.of("subscriber", "traffic", "content");
    static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9+/_:-]{1,64}");
    private static final Pattern PHONE = Pattern.compile("[+0-9 ()/.-]{0,40}");
    private static final Pattern MAIL = Pattern.compile("|[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,190}");
    private static final Pattern RECIPIENT = Pattern.compile("age1[a-z0-9]{50,4000}");
    private static final Pattern CERTIFICATE = Pattern.compile("[A-Za-z0-9+/=]{100,8000}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private EntryReading() {}

    static ParticipantEntry entry(StrictFields json) {
        // Entries from before there were kinds do not have it.
        boolean kind = json.json().containsKey(KIND);
        json.only(Stream.concat(FIELDS.stream(), kind ? Stream.of(KIND) : Stream.of())
                .toArray(String[]::new));
        if (!ParticipantEntry.FORMAT.equals(json.json().get("format"))) {
            throw new Malformed("format", "not " + ParticipantEntry.FORMAT);
        }
        return new ParticipantEntry(
                json.text("network", StrictReading.HASH),
                json.text("id", StrictFields.ID),
                json.positive("version"),
                json.text("previous", StrictReading.HASH),
                json.instant("signedAt"),
                json.textMap("names", MOST_LANGUAGES, LONGEST_NAME),
                json.textMap("capitals", MOST_LANGUAGES, LONGEST_NAME),
                zone(json.text("zone", ZONE)),
                json.has("node") ? node(json.object("node")) : null,
                json.has("keys") ? keys(json.object("keys")) : null,
                languages(json),
                json.text("phone", PHONE),
                json.text("mail", MAIL),
                json.text("hours", LONGEST_NAME),
                json.textMap("functions", 20, LONGEST_NAME),
                profile(json.object("profile")),
                kind ? kind(json) : null);
    }

    private static ParticipantKind kind(StrictFields json) {
        return ParticipantKind.of(json.text(KIND, LONGEST_NAME)).orElseThrow(() -> new Malformed("field", KIND));
    }

    static StateProfile profile(StrictFields json) {
        // Entries from before treaties were structured have neither of the last two.
        boolean treaties = json.json().containsKey("treaties");
        boolean agreements = json.json().containsKey("agreements");
        json.only(Stream.of(
                        PROFILE,
                        treaties ? List.of("treaties") : List.<String>of(),
                        agreements ? List.of("agreements") : List.<String>of())
                .flatMap(List::stream)
                .toArray(String[]::new));
        var needs = new TreeMap<String, StateProfile.Need>();
        json.entries("needs", CLASSES.size()).forEach((dataClass, value) -> {
            if (!CLASSES.contains(dataClass)) {
                throw new Malformed("field", "needs." + dataClass);
            }
            needs.put(dataClass, need(StrictFields.of("needs." + dataClass, value)));
        });
        return new StateProfile(
                json.flag("twoOfficers"),
                json.flag("passkeyRequired"),
                json.flag("contactPointMayOrder"),
                json.flag("orderNeedsMagistrate"),
                needs,
                json.textMap("provisions", MOST_PROVISIONS, LONGEST_TEXT),
                json.texts("instruments", 40, 64),
                json.text("highestMarking", LONGEST_NAME),
                json.texts("reservations", 40, LONGEST_TEXT),
                day(json.text("checked", DAY)),
                treaties ? TreatyReading.treaties(json) : null,
                agreements ? TreatyReading.agreements(json) : null);
    }

    private static StateProfile.Need need(StrictFields json) {
        json.only("toPreserve", "toDisclose", "whoOrders", "keptByLaw", "wording");
        return new StateProfile.Need(
                json.text("toPreserve", LONGEST_TEXT),
                json.text("toDisclose", LONGEST_TEXT),
                json.text("whoOrders", LONGEST_TEXT),
                json.text("keptByLaw", LONGEST_TEXT),
                json.text("wording", LONGEST_TEXT));
    }

    private static Participant.NodeAddress node(StrictFields json) {
        // Entries from before evidence travelled do not have it.
        boolean evidence = json.json().containsKey("evidence");
        json.only(evidence ? WITH_EVIDENCE : NODE);
        return new Participant.NodeAddress(
                address("as4", json),
                certificate(json.text("seal", CERTIFICATE)),
                certificate(json.text("as4Certificate", CERTIFICATE)),
                certificate(json.text("tls", CERTIFICATE)),
                certificate(json.text("register", CERTIFICATE)),
                json.text("ageRecipient", RECIPIENT),
                json.texts("procedures", 60, 64),
                evidence ? address("evidence", json) : null);
    }

    private static ParticipantEntry.SigningKeys keys(StrictFields json) {
        json.only("entry", "recovery");
        var keys = new ParticipantEntry.SigningKeys(json.text("entry", 400), json.text("recovery", 400));
        DirectorySignatures.key(keys.entry());
        DirectorySignatures.key(keys.recovery());
        return keys;
    }

    private static List<String> languages(StrictFields json) {
        var languages = json.texts("languages", MOST_LANGUAGES, 30);
        if (!languages.stream().allMatch(it -> LANGUAGE.matcher(it).matches())) {
            throw new Malformed("field", "languages");
        }
        return languages;
    }

    private static X509Certificate certificate(String base64) {
        try {
            return StrictBase64.certificate("certificate", base64);
        } catch (Malformed e) {
            throw new Malformed("certificate", "not an X.509 certificate");
        }
    }

    private static URI address(String field, StrictFields json) {
        try {
            var uri = URI.create(json.text(field, 300));
            if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // falls through to the one refusal below
        }
        throw new Malformed("field", field);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new Malformed("field", "zone");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Malformed("field", "checked");
        }
    }
}
