package org.comity.casework.delivery;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.comity.casework.BeforeSending;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.ItemsOfThread;
import org.comity.evidence.Releases;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.Draft;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Items;
import org.comity.vocabulary.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks whether what an act delivers is there and opens, before the act stands and before it leaves; a cheap look. */
@Component
class DeliveringStored implements BeforeSending {

    private static final Logger log = LoggerFactory.getLogger(DeliveringStored.class);

    private final Evidence evidence;
    private final ItemsOfThread items;
    private final Releases releases;
    private final Directory directory;

    DeliveringStored(Evidence evidence, ItemsOfThread items, Releases releases, Directory directory) {
        this.evidence = evidence;
        this.items = items;
        this.releases = releases;
        this.directory = directory;
    }

    @Override
    public void check(Draft draft) {
        var thread = draft.thread();
        boolean delivers = Delivered.possible(draft.procedure()) && draft.type().equals(CustodySteps.DELIVER);
        if (!delivers || thread == null) {
            return;
        }
        var manifests = new BodyFields(draft.body()).texts(Items.KEY);
        var named = items.named(thread, manifests);
        boolean byNode =
                directory.find(draft.counterpart()).filter(Participant::hasNode).isPresent();
        for (var manifest : manifests) {
            var item = named.get(manifest);
            if (item == null || byNode && !wrapped(manifest, draft.counterpart())) throw new NotWrapped();
            mustBeStored(item);
        }
    }

    /** What was wrapped is taken back if the draft that named it is thrown away before another one does. */
    private boolean wrapped(String manifest, String receiver) {
        return releases.find(manifest)
                .filter(it -> it.receiver().equals(receiver))
                .isPresent();
    }

    /** @throws NotStored which names it and says what is wrong */
    void mustBeStored(Item item) {
        try {
            evidence.fault(item.id()).ifPresent(it -> {
                throw new NotStored(it.name().toLowerCase(Locale.ROOT).replace("found_", ""), item);
            });
        } catch (IOException e) {
            log.warn("Whether item {} is there could not be told: {}", item.id(), e.toString());
            throw new NotStored("unknown", item);
        }
    }

    static final class NotWrapped extends RuleBroken {
        NotWrapped() {
            super("evidence.deliver-unwrapped", Map.of("field", Items.KEY));
        }
    }

    static final class NotStored extends RuleBroken {
        NotStored(String code, Item item) {
            super("evidence.deliver-" + code, Map.of("item", item.name()));
        }
    }
}
