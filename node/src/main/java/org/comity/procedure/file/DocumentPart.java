package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.Link;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.field.FieldTypes;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.file.ProcedureFile.Letter;

/**
 * One part of the document of an opening act: what stands together under one item of the law, or a field by itself.
 *
 * @param name as messages have it
 * @param of the field of the law data whose letter it has
 */
record DocumentPart(String name, String of, List<FiledField> fields) {

    /** Asked with State and instrument, or said by the envelope; a letter of the file may take them in. */
    static final List<String> BESIDE_FIELDS = List.of("ourCase", "theirCase", Link.FACT);

    /** As they are printed: those of the law as it has them, then the others. */
    static List<DocumentPart> inOrder(ProcedureFile file, ProcedureLaw law) {
        var parts = new LinkedHashMap<String, DocumentPart>();
        for (var field : file.fields(file.opening())) {
            var letter = letter(file, field.key());
            var section = Optional.ofNullable(file.sections()).flatMap(it -> it.of(field.key()));
            if (letter.isPresent()) {
                parts.computeIfAbsent(letter.get().name(), _ -> under(file, letter.get()));
            } else if (section.isPresent()) {
                parts.computeIfAbsent(section.get(), it -> new DocumentPart(it, it, new ArrayList<>()))
                        .fields()
                        .add(field);
            } else if (!field.key().equals(EmergencyType.KEY)) {
                parts.put(field.key(), new DocumentPart(field.key(), field.key(), List.of(field)));
            }
        }
        var ofLaw = law.fields().stream()
                .flatMap(item -> parts.values().stream().filter(it -> it.of().equals(item.name())))
                .toList();
        return Stream.concat(ofLaw.stream(), parts.values().stream().filter(it -> !ofLaw.contains(it)))
                .toList();
    }

    /** Those of its fields that a request has whose body asks for these. */
    List<FiledField> asked(Predicate<String> asks) {
        return fields.stream().filter(it -> asks.test(it.key())).toList();
    }

    static Optional<Letter> letter(ProcedureFile file, String key) {
        return file.letters().stream().filter(it -> it.fields().contains(key)).findFirst();
    }

    private static DocumentPart under(ProcedureFile file, Letter letter) {
        return new DocumentPart(
                letter.name(),
                letter.of(),
                letter.fields().stream()
                        .map(it -> file.field(file.opening(), it).orElseGet(() -> beside(it)))
                        .toList());
    }

    private static FiledField beside(String key) {
        var line = FieldTypes.of("line").orElseThrow();
        return new FiledField(key, line, Need.NO, null, List.of(), false, List.of(), 0, 0);
    }
}
