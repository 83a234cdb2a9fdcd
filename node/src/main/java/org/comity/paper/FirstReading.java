package org.comity.paper;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.directory.Participant;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.field.EmergencyType;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.vocabulary.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail, or what was said, into the fields of a request as far as a machine can.
 *
 * @param byMachine fields that it filled: an officer compares them with the original
 */
record FirstReading(TypedValues typed, Set<String> byMachine) {

    private static final Set<String> OF_THE_LETTER = Set.of("dated");

    static FirstReading of(KnownProcedure asked, Participant from, TypedValues typed) {
        var found = asked.forms().recognise(typed.text("text"));
        var values = new LinkedHashMap<String, List<String>>(found);
        values.keySet().removeAll(OF_THE_LETTER);
        var recognised = new LinkedHashSet<>(values.keySet());
        values.put(RecordingRequest.LAW, List.of(asked.law()));
        values.putIfAbsent("authority", List.of(from.functions().getOrDefault("contact-point", from.id())));
        values.put("cameBy", typed.texts("cameBy"));
        values.put("cameDay", typed.texts("cameDay"));
        values.put("cameTime", typed.texts("cameTime"));
        // A letter is dated days before it comes, a mail is not.
        if (typed.text("cameDay").isEmpty() && PaperArrival.read(typed).by() == Channel.MAIL) {
            byMachine("cameDay", found.get("dated"), values, recognised);
        }
        byMachine("letterReference", found.get("ourCase"), values, recognised);
        firstChoice(asked).ifPresent(it -> values.put("instrument", List.of(it)));
        // A caller who says that life is at risk is not to become an ordinary request because nobody ticked it.
        if (!typed.text("life").isEmpty()) {
            values.put(EmergencyType.KEY, List.of("yes"));
            values.put(EmergencyType.REASON, List.of(typed.text("life")));
        }
        return new FirstReading(new TypedValues(values), recognised);
    }

    private static void byMachine(
            String key, @Nullable List<String> found, Map<String, List<String>> values, Set<String> recognised) {
        if (found != null && !found.isEmpty()) {
            values.put(key, found);
            recognised.add(key);
        }
    }

    private static Optional<String> firstChoice(KnownProcedure asked) {
        return asked.forms().fields(asked.opening(), null, Language.of(Locale.ENGLISH)).stream()
                .filter(it -> it.key().equals("instrument"))
                .flatMap(it -> it.options().stream())
                .map(Choice::value)
                .findFirst();
    }
}
