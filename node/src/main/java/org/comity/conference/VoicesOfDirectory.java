package org.comity.conference;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.treaty.DepositaryOrder;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds voices among those who take part, as the directory names them. */
@Component
class VoicesOfDirectory implements Voices {

    private static final String MADE_UP = "X";

    private final Directory directory;
    private final DepositaryOrder depositary;
    private final AdmittedObservers admitted;
    private final boolean practice;

    VoicesOfDirectory(
            Directory directory,
            DepositaryOrder depositary,
            AdmittedObservers admitted,
            @Value("${node.practice:false}") boolean practice) {
        this.directory = directory;
        this.depositary = depositary;
        this.admitted = admitted;
        this.practice = practice;
    }

    @Override
    public Comparator<String> order() {
        var listed = depositary.codes();
        return Comparator.<String>comparingInt(it -> listed.contains(it) ? listed.indexOf(it) : Integer.MAX_VALUE)
                .thenComparing(Comparator.naturalOrder());
    }

    @Override
    public Optional<Voice> of(String typed, String language) {
        var written = typed.strip();
        var code = written.toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{2}|[A-Z][A-Z0-9-]{2,22}")) return Optional.empty();
        var participant = directory.find(written).or(() -> directory.find(code));
        if (participant.isPresent()) {
            if (participant.get().kind() == ParticipantKind.SECRETARIAT) return Optional.empty();
            return Optional.of(voice(participant.get(), language));
        }
        boolean madeUp = practice && code.startsWith(MADE_UP);
        if (code.length() > 2) {
            return Optional.ofNullable(admitted.names().get(code))
                    .map(it -> new Voice(code, it, false))
                    .or(() -> ofTreaty(code, language))
                    .or(() -> madeUp ? Optional.of(new Voice(code, code, false)) : Optional.empty());
        }
        var state = states().get(code);
        if (state == null
                && directory.all().stream().anyMatch(it -> it.state().code().equals(code))) {
            return Optional.empty();
        }
        if (state == null && !(practice ? madeUp : StateParty.isOfTheWorld(code))) return ofTreaty(code, language);
        return Optional.of(new Voice(code, state == null ? code : state.name(language), true));
    }

    /** An organisation can be a Contracting Party, too, and no list of countries names it. */
    private Optional<Voice> ofTreaty(String code, String language) {
        return depositary.name(code, language).map(it -> new Voice(code, it, true));
    }

    @Override
    public List<Voice> known(String language) {
        var collator = com.ibm.icu.text.Collator.getInstance(Locale.of(language));
        var bodies = directory.all().stream()
                .filter(it -> !it.kind().authority() && it.kind() != ParticipantKind.SECRETARIAT)
                .map(it -> voice(it, language));
        var observers = admitted.names().entrySet().stream().map(it -> new Voice(it.getKey(), it.getValue(), false));
        return Stream.of(states().values().stream().map(it -> voice(it, language)), Stream.concat(bodies, observers))
                .flatMap(group -> group.sorted((one, other) -> collator.compare(one.name(), other.name())))
                .toList();
    }

    @Override
    public String name(String code, String language) {
        return of(code, language).map(Voice::name).orElse(code);
    }

    private Map<String, Participant> states() {
        Map<String, Participant> states = new TreeMap<>();
        for (var each : directory.all()) {
            if (each.kind().authority()) states.putIfAbsent(each.state().code(), each);
        }
        return states;
    }

    private static Voice voice(Participant of, String language) {
        boolean state = of.kind().authority();
        return new Voice(state ? of.state().code() : of.id(), of.name(language), state);
    }
}
