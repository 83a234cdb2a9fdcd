package org.comity.directory.pages;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.directory.OurEntry;
import org.comity.directory.Participant;
import org.comity.directory.ProviderNote;
import org.comity.directory.StateProfile;
import org.comity.ui.FormProblems;
import org.comity.ui.MailAddress;
import org.comity.vocabulary.InternationalNumber;

/** What an official types about our own entry, by the form's field names; kept as typed until it is right. */
public record EntryForm(Map<String, String> typed) {

    public static final List<String> CLASSES = ProviderNote.KINDS;
    public static final List<String> NEEDS = List.of("toPreserve", "toDisclose", "whoOrders", "keptByLaw", "wording");
    public static final List<String> OFFENCES = List.of("7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17");
    public static final List<String> DEMANDS =
            List.of("twoOfficers", "passkeyRequired", "contactPointMayOrder", "orderNeedsMagistrate");

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_PHONE = 40;
    private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());
    private static final Map<String, Pattern> NEEDED = Map.of(
            "mail", Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,130}"),
            "hours", Pattern.compile(".{1,200}"),
            "languages",
                    Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}( [a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}){0,19}"),
            "highestMarking", Pattern.compile(".{1,200}"));

    public EntryForm {
        typed = Map.copyOf(typed);
    }

    static EntryForm of(Participant us) {
        var profile = us.profile();
        var typed = new TreeMap<String, String>();
        typed.put("phone", us.phone());
        typed.put("mail", us.mail());
        typed.put("hours", us.hours());
        typed.put("languages", String.join(" ", us.languages()));
        typed.put("highestMarking", profile.highestMarking());
        typed.put("reservations", String.join("\n", profile.reservations()));
        TreatyForm.type(profile, typed);
        AgreementForm.type(profile, typed);
        mark(typed, "twoOfficers", profile.twoOfficers());
        mark(typed, "passkeyRequired", profile.passkeyRequired());
        mark(typed, "contactPointMayOrder", profile.contactPointMayOrder());
        mark(typed, "orderNeedsMagistrate", profile.orderNeedsMagistrate());
        profile.needs().forEach((dataClass, need) -> {
            typed.put(dataClass + ".toPreserve", need.toPreserve());
            typed.put(dataClass + ".toDisclose", need.toDisclose());
            typed.put(dataClass + ".whoOrders", need.whoOrders());
            typed.put(dataClass + ".keptByLaw", need.keptByLaw());
            typed.put(dataClass + ".wording", need.wording());
        });
        profile.provisions().forEach((article, provision) -> typed.put("provision." + article, provision));
        return new EntryForm(typed);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "").strip().replace("\r\n", "\n");
    }

    public List<String> demanded() {
        return DEMANDS.stream().filter(typed::containsKey).toList();
    }

    public TreatyForm treaties(Convention law) {
        return new TreatyForm(typed, law);
    }

    public AgreementForm agreements(Convention law) {
        return new AgreementForm(
                typed,
                law.laws().stream()
                        .map(ProcedureLaw::procedure)
                        .distinct()
                        .sorted()
                        .toList());
    }

    FormProblems problems(Convention law) {
        var problems = FormProblems.NONE;
        if (value("phone").length() > LONGEST_PHONE || !InternationalNumber.is(value("phone"))) {
            problems = problems.with("phone", "directory.us.problem.phone");
        }
        for (var field : List.of("mail", "hours", "languages", "highestMarking")) {
            if (!Objects.requireNonNull(NEEDED.get(field), field)
                            .matcher(value(field))
                            .matches()
                    || field.equals("mail") && !MailAddress.is(value(field))) {
                problems = problems.with(field, "directory.us.problem." + field);
            }
        }
        if (problems.at("languages").isEmpty()) {
            problems = problems.and(languageProblems());
        }
        for (var field : typed.keySet().stream().sorted().toList()) {
            if (!NEEDED.containsKey(field)
                    && !field.equals("phone")
                    && !field.equals("reservations")
                    && !field.startsWith("statement.")
                    && !field.startsWith("agreement.")
                    && value(field).length() > LONGEST_TEXT) {
                problems = problems.with(field, "directory.us.problem.long");
            }
        }
        if (lines("reservations").size() > 40
                || lines("reservations").stream().anyMatch(it -> it.length() > LONGEST_TEXT)) {
            problems = problems.with("reservations", "directory.us.problem.long");
        }
        return problems.and(treaties(law).problems()).and(agreements(law).problems());
    }

    /** A code that no language has, or one that stands there already. */
    private FormProblems languageProblems() {
        var seen = new HashSet<String>();
        for (var code : value("languages").split(" ")) {
            var language = Locale.forLanguageTag(code);
            // Of three letters there are official languages that Java has no name for, e.g. prs.
            var known = language.getLanguage().length() == 3 || TWO_LETTERS.contains(language.getLanguage());
            var why = !known ? "unknown" : seen.add(language.toLanguageTag()) ? null : "twice";
            if (why != null) {
                return FormProblems.NONE.with("languages", "directory.us.problem.languages." + why, "code", code);
            }
        }
        return FormProblems.NONE;
    }

    OurEntry.Content content(Participant us, Convention law, LocalDate today) {
        var have = us.profile();
        var needs = new TreeMap<String, StateProfile.Need>();
        CLASSES.forEach(it -> needs.put(it, need(it)));
        var provisions = new TreeMap<String, String>();
        OFFENCES.stream()
                .filter(it -> !value("provision." + it).isEmpty())
                .forEach(it -> provisions.put(it, value("provision." + it)));
        var profile = new StateProfile(
                typed.containsKey("twoOfficers"),
                typed.containsKey("passkeyRequired"),
                typed.containsKey("contactPointMayOrder"),
                typed.containsKey("orderNeedsMagistrate"),
                needs,
                provisions,
                treaties(law).instruments(have),
                value("highestMarking"),
                lines("reservations"),
                today,
                treaties(law).treaties(have),
                agreements(law).agreements(have));
        return new OurEntry.Content(
                value("phone"),
                value("mail"),
                value("hours"),
                List.of(value("languages").split(" ")),
                profile);
    }

    private StateProfile.Need need(String dataClass) {
        return new StateProfile.Need(
                value(dataClass + ".toPreserve"),
                value(dataClass + ".toDisclose"),
                value(dataClass + ".whoOrders"),
                value(dataClass + ".keptByLaw"),
                value(dataClass + ".wording"));
    }

    private List<String> lines(String field) {
        return Arrays.stream(value(field).split("\n"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static void mark(Map<String, String> typed, String field, boolean marked) {
        if (marked) {
            typed.put(field, field);
        }
    }
}
