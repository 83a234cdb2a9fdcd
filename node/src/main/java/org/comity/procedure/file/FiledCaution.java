package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.field.FiledField.Condition;
import org.comity.procedure.field.PossibleDays;
import org.comity.procedure.form.BodyFields;

/**
 * Points out what a duty of the law asks and an act does not say; the State decides, and nothing is in the way.
 *
 * @param say message {@code NAME.caution.SAY}
 * @param of it counts only where one of these fields says something; empty for always
 * @param so it is pointed out where the condition holds; else where it does not
 * @param duty of the law data; under a law without it nothing is pointed out
 */
record FiledCaution(String say, List<String> of, Condition condition, boolean so, String duty) {

    private static final int MONTHS_OF_A_LIFE = 1_200;

    /** What stands under {@code cautions}, by act. */
    static Map<String, List<FiledCaution>> read(LawNode file, Map<String, List<FiledField>> acts) {
        var cautions = new LinkedHashMap<String, List<FiledCaution>>();
        file.find("cautions")
                .ifPresent(all -> all.entries().forEach((type, node) -> {
                    if (!acts.containsKey(type)) {
                        throw node.fault("\"%s\" is no act of this file: name one".formatted(type));
                    }
                    var read = new ArrayList<FiledCaution>();
                    node.items().forEach(it -> read.add(read(it, acts.getOrDefault(type, List.of()))));
                    cautions.put(type, List.copyOf(read));
                }));
        return cautions;
    }

    private static FiledCaution read(LawNode node, List<FiledField> fields) {
        node.only("say", "of", "if", "unless", "duty");
        boolean so = node.has("if");
        if (so == node.has("unless")) {
            throw node.fault("write if or unless, and one of the two");
        }
        var when = node.at(so ? "if" : "unless");
        if (when.entries().size() != 1) {
            throw when.fault("one key and one value are needed here, and no more");
        }
        var only = when.entries().entrySet().iterator().next();
        var of = node.find("of").map(it -> it.plain() ? List.of(it) : it.items()).orElse(List.of()).stream()
                .map(LawNode::text)
                .toList();
        Stream.concat(Stream.of(only.getKey()), of.stream())
                .filter(key -> fields.stream().noneMatch(it -> it.key().equals(key)))
                .findFirst()
                .ifPresent(it -> {
                    throw node.fault("\"%s\" is no field of this act: name one".formatted(it));
                });
        return new FiledCaution(
                ReadingProcedureFile.word(node, node.text("say")),
                of,
                new Condition(only.getKey(), List.of(only.getValue().text())),
                so,
                node.text("duty"));
    }

    /** Of an act of this file, those that its body gives reason for. */
    static Stream<Pointed> of(ProcedureFile file, String type, BodyFields body, ProcedureLaw law) {
        var asked = type.equals(file.opening()) ? file.asked(body) : file.fields(type);
        return file.cautions().getOrDefault(type, List.of()).stream()
                .flatMap(it -> it.pointed(file, asked, body, law).stream());
    }

    /** A year that is likelier a slip than a plan. */
    static Optional<Pointed> farAhead(List<FiledField> fields, PossibleDays days, BodyFields said) {
        return fields.stream().anyMatch(it -> days.far(it, said))
                ? Optional.of(new Pointed("acts.caution.far-ahead", ""))
                : Optional.empty();
    }

    /** Longer than a life: likelier days or a slip than months. */
    static Optional<Pointed> longPenalty(BodyFields said) {
        return said.number("penaltyMonths", 0) > MONTHS_OF_A_LIFE
                ? Optional.of(new Pointed("acts.caution.long-penalty", ""))
                : Optional.empty();
    }

    /** Of an emergency, which such a day does not hold. */
    static Optional<Pointed> impossible(List<FiledField> asked, PossibleDays days, BodyFields said) {
        return said.flag(EmergencyType.KEY)
                        && asked.stream().anyMatch(it -> !days.wrong(it, said).isEmpty())
                ? Optional.of(new Pointed("acts.caution.impossible-day", ""))
                : Optional.empty();
    }

    /** With the paragraph of the duty that it reminds of. */
    private Optional<Pointed> pointed(ProcedureFile file, List<FiledField> asked, BodyFields body, ProcedureLaw law) {
        boolean counts = asked.stream().anyMatch(it -> it.key().equals(condition.key()))
                && (of.isEmpty() || asked.stream().anyMatch(it -> of.contains(it.key()) && it.says(body, Map.of())));
        return counts && holds(body) == so
                ? law.duty(duty).map(it -> new Pointed("%s.caution.%s".formatted(file.law(), say), it.ref()))
                : Optional.empty();
    }

    /** A choice may have an option that is called so. */
    private boolean holds(BodyFields body) {
        return condition.holds(body, Map.of()) || condition.is(body.text(condition.key()));
    }
}
