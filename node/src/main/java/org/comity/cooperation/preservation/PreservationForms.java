package org.comity.cooperation.preservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.cooperation.ActForms;
import org.comity.cooperation.form.ActField;
import org.comity.cooperation.form.ReadingMail;
import org.comity.cooperation.form.TypedAct;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Problems;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The forms of procedure 42 for what came by letter, mail or phone. */
@Component
class PreservationForms implements ActForms {

    private static final int LONGEST_TEXT = 8000;
    private static final List<String> CLASSES = List.of("subscriber", "traffic", "content");

    private final Convention convention;
    private final PreservationComposition composition;
    private final Words words;

    PreservationForms(Convention convention, PreservationComposition composition, Words words) {
        this.convention = convention;
        this.composition = composition;
        this.words = words;
    }

    @Override
    public String procedure() {
        return PreservationProcedure.ID;
    }

    @Override
    public String opening() {
        return Step.Kind.REQUEST.type();
    }

    @Override
    public List<Field> fields(String type, @Nullable String edition, Language language) {
        return type.equals(opening())
                ? request(language)
                : ActFields.TABLE.of(type).stream().map(it -> field(it, edition, language)).toList();
    }

    @Override
    public Written read(String type, MultiValueMap<String, String> form, @Nullable Instant current) {
        if (Step.Kind.of(type).isEmpty()) {
            return new Written(Map.of(), Map.of());
        }
        if (!type.equals(opening())) {
            return new Written(
                    new TypedAct(ActFields.TABLE.of(type), form).body(),
                    PreservationWriting.facts(Step.Kind.of(type).orElseThrow(), form, current));
        }
        var body = composition.empty();
        for (var step : ComposeStep.ALL) {
            body = RequestForm.apply(body, step, form);
        }
        return new Written(body, Map.of());
    }

    @Override
    public Problems problems(String type, Written written) {
        var found = Problems.NONE;
        for (var entry : written.body().entrySet()) {
            if (entry.getValue() instanceof String text && text.length() > LONGEST_TEXT) {
                found = found.with(entry.getKey(), "paper.too-long");
            }
        }
        for (var key : needed(type)) {
            if (empty(written.body().get(key))) {
                found = found.with(key, "paper.needed");
            }
        }
        if (Step.Kind.of(type).filter(Step.Kind::needsUntil).isPresent() && !written.facts().containsKey("until")) {
            found = found.with("until", "paper.needed-until");
        }
        return found;
    }

    @Override
    public Map<String, List<String>> recognise(String text) {
        return new ReadingMail(text).values();
    }

    private List<String> needed(String type) {
        return type.equals(opening())
                ? List.of("authority", "facts")
                : ActFields.TABLE.of(type).stream().filter(ActField::needed).map(ActField::key).toList();
    }

    private static boolean empty(@Nullable Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    private List<Field> request(Language language) {
        return List.of(
                new Field("instrument", Kind.CHOICE, true, label("instrument", language), instruments(language)),
                asked("authority", Kind.LINE, true, language),
                asked("ourCase", Kind.LINE, false, language),
                asked("theirCase", Kind.LINE, false, language),
                asked("offence", Kind.LINE, false, language),
                asked("facts", Kind.TEXT, true, language),
                new Field("dataClasses", Kind.CHOICES, false, label("dataClasses", language), classes(language)),
                asked("identifiers", Kind.LINES, false, language),
                asked("from", Kind.DAY, false, language),
                asked("until", Kind.DAY, false, language),
                asked("link", Kind.TEXT, false, language),
                asked("custodian", Kind.LINE, false, language),
                asked("necessity", Kind.TEXT, false, language),
                asked("intent", Kind.FLAG, false, language),
                asked("followUp", Kind.DAY, false, language),
                asked("daysAsked", Kind.LINE, false, language),
                asked("answerBy", Kind.DAY, false, language),
                asked("secret", Kind.FLAG, false, language),
                asked("doNotNotify", Kind.FLAG, false, language),
                asked("emergency", Kind.FLAG, false, language),
                asked("emergencyReason", Kind.TEXT, false, language));
    }

    private Field asked(String key, Kind kind, boolean needed, Language language) {
        return new Field(key, kind, needed, label(key, language), List.of());
    }

    private String label(String key, Language language) {
        return words.say(language, "paper.field." + key);
    }

    private List<Choice> classes(Language language) {
        return CLASSES.stream()
                .map(it -> Choice.of(it, words.say(language, "preservation.class." + it)))
                .toList();
    }

    private List<Choice> instruments(Language language) {
        return convention.offered("preservation").stream()
                .map(it -> Choice.of(it.instrument().id(), it.instrument().name().in(language.tag())))
                .toList();
    }

    private Field field(ActField field, @Nullable String edition, Language language) {
        return new Field(
                field.key(),
                Kind.valueOf(field.kind().name()),
                field.needed(),
                words.say(language, "preservation.field." + field.key()),
                options(field, edition, language));
    }

    private List<Choice> options(ActField field, @Nullable String edition, Language language) {
        if (!field.key().equals("ground")) {
            return field.options().stream()
                    .map(it -> Choice.of(it, words.say(language, "preservation.option." + field.key() + "." + it)))
                    .toList();
        }
        var grounds = new ArrayList<Choice>();
        Optional.ofNullable(edition)
                .flatMap(it -> convention.law("preservation", it))
                .ifPresent(law -> law.grounds().forEach(it -> grounds.add(Choice.of(it.code(), it.text().in(language.tag())))));
        grounds.add(Choice.of("other", words.say(language, "preservation.option.ground.other")));
        return grounds;
    }
}
