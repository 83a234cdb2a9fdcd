package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.RequestRow;
import org.comity.procedure.field.AnswersType;
import org.comity.procedure.field.ConsentType;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.CustodyPages;
import org.comity.procedure.form.DeliverableItems;
import org.comity.procedure.form.Found;
import org.comity.procedure.form.Identifier;
import org.comity.procedure.form.Items;
import org.comity.procedure.form.TypedAct;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Knows what the pages of a file's acts on items begin with: items that lie here, what was found of them, what the request asked. */
final class FiledItems {

    private final ProcedureFile file;
    private final DeliverableItems items;
    private final CustodyPages custody;
    private final KnownRequests known;

    FiledItems(ProcedureFile file, DeliverableItems items, CustodyPages custody, KnownRequests known) {
        this.file = file;
        this.items = items;
        this.custody = custody;
        this.known = known;
    }

    CustodyPages custody() {
        return custody;
    }

    static boolean has(ProcedureFile file) {
        return file.acts().values().stream()
                .flatMap(List::stream)
                .anyMatch(it -> it.type().name().equals(Items.KEY));
    }

    /** What was asked stands as the request has it, whatever was posted. */
    MultiValueMap<String, String> answering(RequestRow row, String type, MultiValueMap<String, String> form) {
        var whole = new LinkedMultiValueMap<>(form);
        file.fields(type).stream().filter(FiledItems::answers).forEach(field -> {
            var asked = asked(row, field);
            for (int n = 0; n < TypedAct.MOST_ROWS; n++) {
                whole.set("%s.%d.%s".formatted(field.key(), n, first(field)), n < asked.size() ? asked.get(n) : "");
            }
        });
        return whole;
    }

    /** Items by the manifests that name their receiver, bound by the facts; of what came what this node found, whatever was posted. */
    Written read(RequestRow row, String type, Written written, @Nullable Official by) {
        var body = new LinkedHashMap<>(written.body());
        var facts = new LinkedHashMap<>(written.facts());
        if (body.containsKey(Items.KEY)) {
            var chosen = Items.of(items.manifests(row, new BodyFields(body).texts(Items.KEY), by));
            body.put(Items.KEY, chosen.manifests());
            var part = facts.get(CustodySteps.PART);
            if (!chosen.manifests().isEmpty() && part != null) {
                facts.putAll(chosen.facts(part.equals(CustodySteps.WHOLE)));
            }
        }
        var read = new Written(body, facts);
        return by == null ? read : custody.found(row, type, read);
    }

    Optional<List<Choice>> choices(RequestRow row, FiledField field, Map<String, Object> body, Language language) {
        return switch (field.type().name()) {
            case Items.KEY -> Optional.of(items.choices(row, new BodyFields(body).texts(field.key()), language));
            case ConsentType.NAME -> Optional.of(custody.consents(row, language));
            default -> Optional.empty();
        };
    }

    /** Nobody types what was found; what the request asks, it asks here. */
    Optional<List<Map<String, Object>>> rows(RequestRow row, FiledField field) {
        if (answers(field)) {
            return Optional.of(asked(row, field).stream()
                    .map(it -> Map.<String, Object>of(first(field), it))
                    .toList());
        }
        return field.type().name().equals(Found.KEY) ? Optional.of(List.of()) : Optional.empty();
    }

    List<Pointed> pointed(RequestRow row, String type, Map<String, Object> body) {
        var pointed = new ArrayList<Pointed>();
        if (file.field(type, Items.KEY).isPresent() && items.none(row)) {
            pointed.add(new Pointed(file.law() + ".caution.no-items", "", List.of(row.address())));
        }
        pointed.addAll(custody.pointed(row, type, new BodyFields(body)));
        return pointed;
    }

    private List<String> asked(RequestRow row, FiledField field) {
        var opening = known.opening(row);
        return Stream.concat(
                        opening.texts(field.key()).stream(),
                        Identifier.allIn(opening.maps(field.key())).stream().map(Identifier::line))
                .limit(TypedAct.MOST_ROWS)
                .toList();
    }

    private static String first(FiledField field) {
        return field.columns().getFirst().key();
    }

    private static boolean answers(FiledField field) {
        return field.type().name().equals(AnswersType.NAME);
    }
}
