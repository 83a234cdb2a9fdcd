package org.comity.evidence.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.evidence.CustodyActs;
import org.comity.evidence.CustodyActs.Shared;
import org.comity.evidence.CustodyBetween;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceCases.Limit;
import org.comity.evidence.Item;
import org.comity.evidence.Releases;
import org.comity.evidence.Releases.Release;
import org.comity.evidence.SeenItems;
import org.comity.proof.item.ItemManifest;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What both States know of an item: the acts that speak of it, and within which use it was given. */
@Component
class BetweenStates implements CustodyBetween {

    private final Releases releases;
    private final ObjectProvider<CustodyActs> acts;
    private final SeenItems items;

    BetweenStates(Releases releases, ObjectProvider<CustodyActs> acts, SeenItems items) {
        this.releases = releases;
        this.acts = acts;
        this.items = items;
    }

    @Override
    public List<Shared> shared(Item item) {
        var thread = item.thread();
        if (thread == null) return List.of();
        var manifests = Stream.concat(
                        item.manifest().map(ItemManifest::sha256).stream(),
                        released(item).stream().map(Release::manifest))
                .collect(Collectors.toSet());
        return acts.stream().flatMap(it -> it.of(thread, manifests).stream()).toList();
    }

    /** To whom its key was given since it was sealed, oldest first: what was only prepared is for nobody yet. */
    List<Release> released(Item item) {
        return releases.ofItems(List.of(item.id())).stream()
                .filter(it -> it.act() != null)
                .toList();
    }

    /** Of the request that it belongs to, if to one. */
    @Nullable
    String reference(Item item, Official by) {
        return items.caseOf(item, by).map(Case::reference).orElse(null);
    }

    List<Limit> limits(Item item, Official by) {
        return items.limits(item, by);
    }
}
