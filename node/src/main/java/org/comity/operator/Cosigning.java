package org.comity.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.directory.CeremonyKeys;
import org.comity.directory.DirectoryList;
import org.comity.directory.EntryRefused;
import org.comity.directory.Network;
import org.comity.directory.Operators;
import org.comity.directory.OperatorsChange;
import org.springframework.stereotype.Component;

/** Gathers the signatures of several operators under the next list, until there are enough of them. */
@CollatesDirectory
@Component
class Cosigning {

    private final List<OperatorsChange> changes;
    private final Operators operators;
    private final PublicKey ourKey;
    private final PrivateKey ourSigning;
    private final PublishedLists lists;

    Cosigning(OperatorSettings settings, PublishedLists lists) {
        this.lists = lists;
        var home = settings.home();
        var keys = new CeremonyKeys(home.resolve("keys"));
        this.ourKey = keys.certificate("entry").getPublicKey();
        this.ourSigning = keys.key("entry");
        var root = Network.read(bytes(home.resolve("root.json")));
        this.changes = OperatorsChange.kept(home);
        this.operators = OperatorsChange.last(root, changes)
                .orElseThrow(() ->
                        new IllegalStateException("%s does not follow from root.json: put back the one from your backup"
                                .formatted(home.resolve(OperatorsChange.FOLDER))));
    }

    /** The list as we sign it; it holds if nobody else has to. */
    DirectoryList.Signed signed(DirectoryList list) {
        if (changes.isEmpty()) return list.sign(ourSigning);
        var ours = list.sign(ourKey, ourSigning);
        return new DirectoryList.Signed(
                list, operators.keys().contains(ours.operator()) ? List.of(ours) : List.of(), changes);
    }

    /** It was signed under all changes that are known here. */
    boolean upToDate(DirectoryList.Signed last) {
        // Nodes refuse a list that forgets a change: it is told here, before their lists run out.
        if (last.changes().size() > changes.size()) {
            throw new IllegalStateException(
                    "the list in force knows %d changes of operators, and the folder %s holds %d: put back the one from your backup"
                            .formatted(last.changes().size(), OperatorsChange.FOLDER, changes.size()));
        }
        return last.changes().size() == changes.size();
    }

    /** Waits for others from now on, in the place of what waited before. */
    void propose(DirectoryList.Signed next) {
        lists.await(next);
    }

    /** What waits, unless the operators changed since. */
    Optional<DirectoryList.Signed> proposed() {
        if (changes.isEmpty()) return Optional.empty();
        return lists.waiting().filter(it -> hashes(it.changes()).equals(hashes(changes)));
    }

    private static List<String> hashes(List<OperatorsChange> changes) {
        return changes.stream().map(OperatorsChange::hash).toList();
    }

    /**
     * Takes the signature of another operator under what waits.
     *
     * @param hash of the list that was signed: what waits may have changed meanwhile
     * @return the list with it
     */
    DirectoryList.Signed add(String hash, Operators.Signature one) {
        var proposed = proposed()
                .filter(it -> it.list().hash().equals(hash))
                .orElseThrow(() -> new EntryRefused("other-list", hash));
        if (!operators.holds(proposed.list().json(), one)) {
            throw new EntryRefused("foreign-signature", hash);
        }
        var all = new ArrayList<>(proposed.signatures());
        all.removeIf(it -> it.operator().equals(one.operator()));
        all.add(one);
        var signed = new DirectoryList.Signed(proposed.list(), all, proposed.changes());
        lists.await(signed);
        return signed;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
