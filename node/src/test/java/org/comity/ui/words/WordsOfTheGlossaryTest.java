package org.comity.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A word of the Convention, and one of ours, is the same on every page and in every letter: the one of the glossary. */
class WordsOfTheGlossaryTest {

    private static final Map<String, String> ENGLISH = WordsForTests.written("en");
    private static final Map<String, String> ARABIC = WordsForTests.written("ar");

    private static final Path LAW = Path.of("src/main/resources/convention");

    /** Safe conduct and provisional arrest; the law data are what pages call a field. */
    @Test
    void the_law_data_name_a_measure_as_the_pages_do() throws IOException {
        try (var files = Files.walk(LAW)) {
            var texts = files.filter(it -> it.toString().endsWith(".yaml"))
                    .map(WordsOfTheGlossaryTest::read)
                    .toList();
            assertThat(texts)
                    .hasSizeGreaterThan(50)
                    .noneMatch(it -> it.contains("المرور الآمن"))
                    .noneMatch(it -> it.contains("التوقيف الاحتياطي"))
                    .anyMatch(it -> it.contains("ضمان عدم التعرض"));
        }
        assertThat(ARABIC.get("acts.option.any.kind.safe-conduct")).contains("ضمان عدم التعرض");
    }

    private static final Pattern NONE = Pattern.compile("-");

    private static final Pattern OF_PERSONS = Pattern.compile("(?:state\\.)?(?:extradition|sentenced)\\..*");

    /** A person is released from custody; the preservation of data is lifted, and evidence is made available. */
    @Test
    void only_a_person_is_released() {
        said(it -> it.matches("(?s).*\\b[Rr]eleas.*"), OF_PERSONS)
                .forEach((key, text) -> assertThat(text).as(key).doesNotContain("فراج", "فرج"));
    }

    /** A lawyer's hold stops the deletion, and preserves nothing; what waits for its hour is not detained. */
    @Test
    void a_hold_is_neither_a_preservation_nor_a_detention() {
        said(it -> it.matches("(?s).*\\b[Hh](?:eld|old)\\b.*"), NONE)
                .forEach((key, text) -> assertThat(text).as(key).doesNotContain("بحكم القانون"));
        said(it -> it.matches("(?s).*\\b[Hh]eld\\b.*"), Pattern.compile("assistance\\.needed\\.transferOf"))
                .forEach((key, text) -> assertThat(text).as(key).doesNotContain("محتجز", "محجوز"));
        assertThat(ARABIC.get("requests.held")).contains("بانتظار الإرسال");
        assertThat(ARABIC.get("hold.begin")).contains("وقف حذف");
    }

    private static final Pattern ALONE =
            Pattern.compile("(?<!\\p{L})[وف]?(?:ال|لل|بال|كال)دليل(?!\\p{L}|\\p{Mn}| المشاركين)");

    /** Alone it is the proof, or the evidence. */
    @Test
    void the_directory_is_that_of_the_participants() {
        said(it -> it.contains("irectory"), NONE)
                .forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern(ALONE));
    }

    /** A safeguard is another word; a letter's courtesy is neither. */
    @Test
    void an_assurance_is_no_safeguard() {
        said(it -> it.contains("ssurance"), NONE)
                .forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern("ضمان(?:ة|ات|تان)"));
        assertThat(ARABIC.get("assurances.title")).isEqualTo("التعهدات");
    }

    private static final Pattern ARTICLE =
            Pattern.compile("(?<!\\p{L})[وف]?(?:ال|لل|بال)مادة\\p{Mn}?(?!\\p{L}| [0-9]|\\p{Mn})");

    /** Alone it is an article of the treaty. */
    @Test
    void an_item_of_evidence_is_no_article() {
        said(it -> it.matches("(?s).*\\b[Ii]tems?\\b.*"), NONE)
                .forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern(ARTICLE));
        assertThat(ARABIC.get("evidence.item")).isEqualTo("مادة الإثبات");
    }

    /** A setting's name has the word too, as {@code node.thread.bound}, and is not translated. */
    @Test
    void a_thread_has_one_name() {
        said(it -> it.matches("(?si).*(?<!\\.)\\bthreads?\\b.*"), NONE)
                .forEach((key, text) -> assertThat(bare(text))
                        .as(key)
                        .contains("معامل")
                        .doesNotContain("سلسلة", "سلاسل", "مراسلة", "مسار", "الطلب كله"));
    }

    /** Where to act is no act; the name of a slot is no word. */
    private static final Pattern ACTS =
            Pattern.compile("(?i)\\b(?:to|who|must|not|they|can|you|nobody|side|states|we) acts?\\b|\\{acts?\\b");

    private static final Pattern ACT = Pattern.compile("\\b[Aa]cts?\\b");

    /** The statute of a State, and the deeds of a person before departure. */
    private static final Pattern OTHER_ACTS =
            Pattern.compile("assess\\.law\\.hint|assistance\\.hint\\.(?:safeConduct|transferSafety)");

    private static final Pattern OTHER_STEPS =
            Pattern.compile("(?i)procedure|measure|proceeding|\\bstep|\\baction|consultation");

    @Test
    void an_act_is_no_procedure() {
        said(it -> ACT.matcher(ACTS.matcher(it).replaceAll("")).find(), OTHER_ACTS)
                .forEach((key, text) -> {
                    assertThat(bare(text)).as(key).containsAnyOf("عمل", "أعمال");
                    if (!OTHER_STEPS.matcher(ENGLISH.get(key)).find()) {
                        assertThat(bare(text)).as(key).doesNotContain("إجراء");
                    }
                });
    }

    /** The slot of a name, and rules of procedure, which are those of a meeting, are other words. */
    @Test
    void a_procedure_has_one_name() {
        said(it -> it.matches("(?si).*(?<!rules of |\\{)\\bprocedures?\\b.*"), NONE)
                .forEach((key, text) -> assertThat(bare(text)).as(key).containsAnyOf("إجراء", "إجرائ"));
    }

    @Test
    void an_officer_and_the_second_one_have_one_name() {
        said(it -> it.matches("(?si).*\\bofficers?\\b.*"), NONE)
                .forEach((key, text) -> assertThat(bare(text))
                        .as(key)
                        .containsAnyOf("ضابط", "ضباط")
                        .doesNotContain("موظف"));
        said(it -> it.matches("(?si).*\\bsecond officers?\\b.*"), NONE)
                .forEach((key, text) ->
                        assertThat(bare(text)).as(key).containsPattern("ضابط\\p{L}*(?: واحدا)? (?:ال)?ثان"));
    }

    /** Without the vowels and the doubling, which a word may have or not. */
    private static String bare(String text) {
        return text.replaceAll("\\p{Mn}", "");
    }

    /** Imperatives of one person that are no other word, and the pronouns of one. */
    private static final Pattern TO_ONE = Pattern.compile(
            "(?<![\\p{L}\\p{Mn}])[وف]?(?:اختر|اكتب|افتح|أضف|انظر|اقرأ|اطلب|اذكر|اسأل|ابحث|احذف|احفظ|ارجع|ابدأ"
                    + "|أنت|لك|إليك|عليك|لديك|يمكنك|سلطتك|عقدتك|دولتك|مهامك|كلماتك|مفتاحك|غيرك)(?![\\p{L}\\p{Mn}])");

    /** Whoever reads is addressed in the polite plural; a button says what it does. */
    @Test
    void nobody_is_addressed_as_one() {
        assertThat(ARABIC)
                .hasSizeGreaterThan(1000)
                .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(TO_ONE));
    }

    private static final Pattern OTHER_FRENCH =
            Pattern.compile("(?i)répertoire|étiquette|\\bsiège\\b|Réseau d’exercice");

    /** The seat of an office is one; a person's, on another's node, is a place d’invité. */
    private static final Pattern OF_AN_OFFICE = Pattern.compile("onward-transfer\\.field\\.signedBy");

    /** Directory, label, seat and practice have one name each, and a feed is no thread. */
    @Test
    void a_thing_has_one_name_in_french() {
        var french = WordsForTests.written("fr");
        assertThat(french).hasSizeGreaterThan(1000).allSatisfy((key, text) -> {
            if (!OF_AN_OFFICE.matcher(key).matches()) {
                assertThat(text).as(key).doesNotContainPattern(OTHER_FRENCH);
            }
        });
        assertThat(french).hasEntrySatisfying("forum.feed", it -> assertThat(it).isEqualTo("Flux"));
        french.forEach((key, text) -> {
            if (ENGLISH.getOrDefault(key, "").matches("(?si).*(?<!\\{)\\bthreads?\\b.*")) {
                assertThat(text).as(key).containsPattern("(?i)\\bfils?\\b");
            }
        });
    }

    @Test
    void a_period_is_prorogued_in_french() {
        assertThat(WordsForTests.written("fr").entrySet())
                .noneMatch(it -> it.getValue().matches("(?si).*prolongation.*"))
                .anyMatch(it -> it.getValue().contains("prorogation"));
    }

    /** What Arabic says where English says this, but for the keys that are left out. */
    private static Map<String, String> said(Predicate<String> english, Pattern but) {
        var found = new TreeMap<String, String>();
        ENGLISH.forEach((key, text) -> {
            if (english.test(text) && !but.matcher(key).matches() && ARABIC.containsKey(key)) {
                found.put(key, ARABIC.get(key));
            }
        });
        assertThat(found).isNotEmpty();
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
