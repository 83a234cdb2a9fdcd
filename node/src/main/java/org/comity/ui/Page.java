package org.comity.ui;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Holds what every template knows about the page it draws: the reader, the language, our State, the hour, and how words, times
 * and references are shown. Each template takes {@code @param Page page}; nobody puts it into the model.
 *
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param path at which it can be opened again, with its query, without {@code lang}
 * @param official null when nobody is signed in
 * @param author whose words the window keeps until they are sent: the official's, or of who sits in a seat; null when nobody is signed in
 * @param practising null on a node that is not one of practice
 * @param keys single-letter keys are on
 * @param now when its request began: what it shows may be as old as that
 * @param flashes what it says at its top: its own news, else what is so for as long as it is so
 * @param assets where a file of {@code /assets} is found, under a name that changes with its content
 * @param alarm what its top bar sounds, or null
 * @param returned a form of it that was posted and not taken
 * @param lasts seconds without use after which whoever is signed in is signed out; 0: never
 * @param compact rows of lists stand close together
 */
// More than twelve: the frame around every page shows each.
public record Page(
        Words words,
        Language language,
        String theme,
        @Nullable Csrf csrf,
        String path,
        @Nullable Official official,
        @Nullable String author,
        OwnNode house,
        @Nullable Practising practising,
        boolean keys,
        Instant now,
        List<NavItem> nav,
        List<Flash> flashes,
        UnaryOperator<String> assets,
        @Nullable Alarm alarm,
        ReturnedForm returned,
        int lasts,
        boolean compact) {

    /** The attribute of a request in which a room names its {@code author}, where that is no official. */
    public static final String AUTHOR = "page-author";

    /** Beside a tab or an entry of the rail: nobody counts to the end what is more than this. */
    public static final int MOST_COUNTED = 500;

    private static final Set<Duty> NOTHING_TO_SEARCH = Set.of(Duty.ADMINISTRATOR, Duty.MAGISTRATE, Duty.OFFICE_MEMBER);

    public String lang() {
        return language.tag();
    }

    public String dir() {
        return language.dir();
    }

    public boolean rtl() {
        return language.rightToLeft();
    }

    /** The sentence, as text. {@code named} is alternately a slot's name and its value. */
    public String t(String key, Object... named) {
        return words.say(language, key, named);
    }

    /** Where there are words of its own for a node that works for no State, these: what comes there is no request in a case. */
    public String here(String key, Object... named) {
        var others = key + ".secretariat";
        return t(!house.ofState() && has(others) ? others : key, named);
    }

    /** Names one after the other, with the comma of this language. */
    public String listed(Collection<String> names) {
        return String.join(t("directory.comma"), names);
    }

    /** A label before what it names, with the mark that this language puts between them. */
    public String label(String label) {
        return t("ui.label", "label", label);
    }

    /** The sentence as HTML: references, articles and times in it keep their direction; {@link SafeHtml} values stay HTML. */
    public SafeHtml rich(String key, Object... named) {
        return Sentence.of(this, key, named);
    }

    /** As {@link #rich} with the slots of a broken rule. */
    public SafeHtml rich(String key, Map<String, String> facts) {
        return rich(key, Flash.named(facts));
    }

    /** Does our language have this key? For words that hang on data, such as an error's code. */
    public boolean has(String key) {
        return words.has(lang(), key) || words.has("en", key);
    }

    /** The language in which this is said, where ours lacks it; null where it does not. */
    public @Nullable String elsewhere(String key) {
        return words.has(lang(), key) ? null : Language.ENGLISH.tag();
    }

    /** What is wrong with the form that posts there, where it was not taken. */
    public FormProblems returned(String posts) {
        return returned.problems(posts);
    }

    public boolean practice() {
        return practising != null;
    }

    public boolean holds(Duty duty) {
        return official != null && official.holds(duty);
    }

    /** Officers who write what leaves our State: nobody else is shown the way to a form of an act. */
    public boolean writes() {
        return holds(Duty.DUTY_OFFICER) || holds(Duty.LAWYER);
    }

    /** Who administers, signs orders or answers for an office alone reads no case, and has nothing to search. */
    public boolean searches() {
        return official != null && !NOTHING_TO_SEARCH.containsAll(official.duties());
    }

    /** Those in which this page exists. */
    public List<Language> languages() {
        return words.languagesOn(path.replaceFirst("\\?.*", ""));
    }

    /** It is for persons of authorities without a node, who have no desk here. */
    public boolean inSeat() {
        return path.equals("/seat") || path.startsWith("/seat/") || path.startsWith("/seat?");
    }

    /** The same page in another language. */
    public String pathIn(Language other) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + other.tag();
    }

    public String asset(String file) {
        return assets.apply("/assets/" + file);
    }

    public Capital home() {
        return new Capital(house.capital(lang()), house.zone());
    }

    /** UTC, the given capitals, then ours: {@code 13:08 UTC · Ostera 20:08 · Velin 15:08}; the date when it is not today. */
    public SafeHtml time(Instant at, Capital... others) {
        return new Times(this).time(at, others);
    }

    /** As {@link #time}, always with date, year and seconds: for what is signed. */
    public SafeHtml moment(Instant at, Capital... others) {
        return new Times(this).moment(at, others);
    }

    /** {@code 24 Nov 2026 12:00:00 UTC}, in a sentence that is no HTML. */
    String plain(Instant at) {
        return new Times(this).plain(at);
    }

    /** {@code 24 Nov 2026}, the day in UTC. */
    public String day(Instant at) {
        return new Times(this).day(at);
    }

    public String day(LocalDate day) {
        return new Times(this).day(day);
    }

    /** Whether this day has passed, in UTC. */
    public boolean isOver(LocalDate day) {
        return day.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** {@code 20:47} in that zone. */
    public SafeHtml hour(Instant at, ZoneId zone) {
        return new Times(this).hour(at, zone);
    }

    /** {@code 18:47 UTC}, in one piece. */
    public SafeHtml hourUtc(Instant at) {
        return new Times(this).hourUtc(at);
    }

    /** How long it is, or was: {@code 7 min}, {@code 4 h 49 min}, {@code 12 days}. */
    public String length(Duration length) {
        return new Times(this).length(length);
    }

    /** How long ago it began, which goes on counting while the page is open. */
    public SafeHtml age(Instant since) {
        return new Times(this).age(since);
    }

    /** The words of {@link #length} by plural category, for the script that lets ages tick: {@code {"minutes":{"one":"# min"}}}. */
    public String lengthWords() {
        return "{\"minutes\":" + plurals("ui.minutes") + ",\"hours\":" + plurals("ui.hours") + ",\"both\":"
                + Plurals.json(this, "ui.hours.minutes", "hours", "{hours}") + ",\"days\":" + plurals("ui.days") + "}";
    }

    /** A plural sentence by CLDR category as JSON, its figure replaced by {@code #}. */
    public String plurals(String key) {
        return Plurals.json(this, key);
    }

    /** What somebody wrote: addresses, references, days and hours in it keep their order in either direction. */
    public SafeHtml text(String written) {
        return new SafeHtml(SafeHtml.isolated(written));
    }

    /** A line of an act: as it is, and each moment in it also by the clocks of these capitals and of ours. */
    public SafeHtml said(String line, Capital... others) {
        return new Times(this).said(line, others);
    }

    /** A reference, an article, a phone number, a file name: in one piece, left to right. */
    public SafeHtml ltr(Object text) {
        return SafeHtml.ltr(text);
    }

    /** A State's two letters in their badge; ours is filled. */
    public SafeHtml code(String state) {
        var us = state.equals(house.code()) ? " us" : "";
        return new SafeHtml("<span class=\"code" + us + "\">" + SafeHtml.escaped(state) + "</span>");
    }

    /** A SHA-256 in groups of eight. */
    public SafeHtml hash(String hex) {
        return new SafeHtml(
                "<bdi class=\"hash\" dir=\"ltr\">" + SafeHtml.escaped(hex.replaceAll("(.{8})(?=.)", "$1 ")) + "</bdi>");
    }

    public String number(long number) {
        return t("ui.number", "n", number);
    }

    /** The number, or that there are more than are counted. */
    public String counted(int number) {
        return number > MOST_COUNTED ? t("ui.number.more", "n", MOST_COUNTED) : number(number);
    }

    /** A fresh one-time token for a form that does a legal act. */
    public String once() {
        return UUID.randomUUID().toString();
    }

    public String initials() {
        return official == null ? "" : initials(official.name());
    }

    /** Of a name as people write it: two at most. */
    public String initials(String name) {
        return Arrays.stream(name.split("[\\s.]+"))
                .filter(it -> !it.isEmpty())
                .limit(2)
                .map(it -> it.substring(0, it.offsetByCodePoints(0, 1)))
                .reduce("", String::concat);
    }

    /** The duties held, in words. */
    public String dutyLine() {
        return official == null
                ? ""
                : official.duties().stream()
                        .sorted()
                        .map(it -> t("ui.duty." + it.name()))
                        .collect(joining(" · "));
    }

    public String flashText(Flash flash) {
        return t(flash.key(), Flash.named(flash.facts()));
    }
}
