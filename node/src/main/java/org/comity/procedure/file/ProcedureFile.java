package org.comity.procedure.file;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.procedure.ActField;
import org.comity.procedure.ActRole;
import org.comity.procedure.ActTable;
import org.comity.procedure.Confidentiality;
import org.comity.procedure.PastStep;
import org.comity.procedure.RequestGroup;
import org.comity.procedure.StepsOnOffer.Pace;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a {@code procedure.yaml} says, with everything that it borrows in its place: see docs/reference/procedure-files.md.
 *
 * @param id name and version, e.g. {@code disclosure/1}
 * @param group among which an officer looks for it
 * @param function of an authority that signs
 * @param addressed the function of an authority to which its requests go
 * @param byCentralAuthority acts that the central authority sends where a State has it so
 * @param follows the procedures whose requests its own grow out of, or null
 * @param subject fields of the opening act, of which the first that says anything names it in lists
 * @param acts fields of every act, the opening one too
 * @param letters fields of the opening act that stand together under one item of the law
 * @param pages of the opening act after State and instrument
 * @param says acts that say something and move nothing: where there are some, any other that leaves all as it is is not offered
 * @param afterReceipt acts that mean nothing to a State which the request has not reached
 * @param turn whose turn it is, by the name of a state that has not ended; empty for nobody's
 * @param ends fields of a state in which an end stands: the earliest of those that are there is its end
 * @param answerBy the field of the opening act that says by when an answer is asked for; empty where none does
 * @param untilDecided states that last until another request is decided
 * @param announced states in which the requesting State owes the request that it announced
 * @param secrecy how a request to keep it confidential is asked and answered, or null
 * @param past the acts that lead a recorded older request to a status
 * @param sections of the opening act, or null
 * @param takes what a request that follows another takes from there, by that one's procedure
 * @param cautions what is pointed out of an act, by its type
 * @param assuring what it says of assurances
 * @param cards of the page of a joint thread
 * @param roles what acts are for, by which code that knows no procedure finds them
 * @param serves what of a domestic order its fields begin with, by field; empty where it serves none
 * @param proposedWhereSame its page is proposed where two requests name the same account, address or device
 * @param checkWord which field of which act says what of an order that bears a check word; empty where none does
 * @param answered where what is said of each thing that is ordered stands; null where it stands nowhere
 * @param asksKept for which data that a provider has already a choice of the opening act asks; null where none says so
 * @param between which kinds of participant may have a role; one that is left out is for authorities of States
 */
// More than twelve: one for each key of the file.
public record ProcedureFile(
        String id,
        String opening,
        Role opener,
        RequestGroup group,
        String function,
        String addressed,
        Set<String> byCentralAuthority,
        @Nullable Follows follows,
        Set<String> oneOfficer,
        List<String> subject,
        Map<String, List<FiledField>> acts,
        List<Letter> letters,
        Map<String, List<String>> pages,
        List<String> order,
        Set<String> says,
        Set<String> afterReceipt,
        Map<String, Optional<Role>> turn,
        Map<String, Pace> pace,
        List<String> ends,
        String answerBy,
        Set<String> untilDecided,
        Set<String> announced,
        @Nullable Secrecy secrecy,
        Map<String, List<String>> duties,
        Map<String, List<PastStep>> past,
        Map<Role, Set<ParticipantKind>> between,
        @Nullable ChosenSections sections,
        Map<String, List<FiledCaution>> cautions,
        Map<String, List<CarriedOverField>> takes,
        Assuring assuring,
        FiledCards cards,
        Map<ActRole, Set<String>> roles,
        Map<String, String> serves,
        boolean proposedWhereSame,
        Map<String, Map<String, String>> checkWord,
        @Nullable FiledAnswers answered,
        @Nullable KeptDataAsked asksKept) {

    /**
     * @param always its requests never stand alone
     * @param holds the act by which what the other request asked for is held until this one is decided; empty for none
     * @param only by the procedure that is followed, where its requests are not always such as one of these grows out of
     */
    public record Follows(
            Set<String> procedures, boolean always, Set<String> either, String holds, Map<String, FollowedOnly> only) {}

    /**
     * @param asked flags of the opening act
     * @param settledBy the act that says whether it can be kept
     * @param answers what its field of the same name comes to, by option: the last word stands; empty where any such act settles it
     */
    public record Secrecy(Set<String> asked, String settledBy, Map<String, Confidentiality.Answer> answers) {}

    /**
     * @param name as messages have it
     * @param of the field of the law data whose letter it has
     * @param needed those of its fields that are needed where the law makes that one mandatory
     */
    public record Letter(String name, String of, List<String> fields, Set<String> needed) {}

    /** Has its thread any number of parties? */
    public boolean joint() {
        return Role.ofTwo(opener.word()).isEmpty();
    }

    /** Which kinds of participant may have this role. */
    public Set<ParticipantKind> kinds(Role role) {
        return between.getOrDefault(role, ParticipantKind.AUTHORITIES);
    }

    /** The name, as law data, messages and paths have it. */
    public String law() {
        return id.substring(0, id.indexOf('/'));
    }

    /** Fields of the opening act that a request with this body has: of its sections those of what it chooses. */
    List<FiledField> asked(BodyFields body) {
        var asks = asks(body);
        return fields(opening).stream().filter(it -> asks.test(it.key())).toList();
    }

    /** Has a request with this body the field with this key? */
    Predicate<String> asks(BodyFields body) {
        return sections == null ? _ -> true : sections.asked(body);
    }

    boolean chooses(FiledField field) {
        return sections != null && sections.choice(field);
    }

    public List<FiledField> fields(String type) {
        return acts.getOrDefault(type, List.of());
    }

    /** Types of acts that have such a field. */
    Set<String> actsWith(Predicate<FiledField> field) {
        return acts.entrySet().stream()
                .filter(it -> it.getValue().stream().anyMatch(field))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<FiledField> field(String type, String key) {
        return fields(type).stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /**
     * The facts of an act as its register reads them: an end that has come is named by the act itself, so that a later one
     * registered first wins.
     *
     * @param current the present end, or null where none is set
     */
    Map<String, String> withEnd(String type, Map<String, String> typed, @Nullable Instant current) {
        var facts = new LinkedHashMap<>(typed);
        if (current != null) {
            fields(type).stream()
                    .filter(it -> !it.type().typed())
                    .forEach(it -> facts.put(it.key(), current.toString()));
        }
        return facts;
    }

    /** Every act but the opening one, as the pages of acts ask it. */
    ActTable table() {
        var table = new LinkedHashMap<String, List<ActField>>();
        acts.forEach((type, fields) -> {
            if (!type.equals(opening)) {
                table.put(
                        type,
                        fields.stream()
                                .filter(it -> it.type().typed())
                                .map(FiledField::asked)
                                .toList());
            }
        });
        return new ActTable(law(), table);
    }
}
