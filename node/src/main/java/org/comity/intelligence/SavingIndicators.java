package org.comity.intelligence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.intelligence.stix.WritingBundles;
import org.comity.intelligence.stix.WritingBundles.NamedIdentifier;
import org.comity.intelligence.stix.WritingBundles.WrittenBundle;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits;
import org.comity.procedure.UseLimits.Confirmed;
import org.comity.procedure.UseLimits.UseLimit;
import org.comity.procedure.form.Identifier;
import org.comity.proof.register.Entry;
import org.comity.thread.Threads;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives out what accounts and addresses the acts of a request name as a STIX bundle, within the use limit; who took it is on record. */
@Component
class SavingIndicators {

    private final Threads threads;
    private final WritingBundles writing;
    private final NamingIdentifiers naming;
    private final UseLimits limits;
    private final LimitsOnUse binding;
    private final CaseAccess access;
    private final Ledger ledger;

    SavingIndicators(
            Threads threads,
            WritingBundles writing,
            NamingIdentifiers naming,
            UseLimits limits,
            LimitsOnUse binding,
            CaseAccess access,
            Ledger ledger) {
        this.threads = threads;
        this.writing = writing;
        this.naming = naming;
        this.limits = limits;
        this.binding = binding;
        this.access = access;
        this.ledger = ledger;
    }

    @Transactional(readOnly = true)
    SavingView view(String reference, TrafficLight light, Confirmed typed, Official by, Language language) {
        var row = access.row(reference, by);
        return new SavingView(
                row,
                written(row, light),
                light,
                limits.of(row, language).filter(UseLimit::binds).orElse(null),
                binding.asked(row, language),
                typed);
    }

    /** @throws org.comity.vocabulary.RuleBroken {@code use.not-confirmed} */
    @Transactional
    byte[] take(String reference, TrafficLight light, Confirmed within, Official by) {
        var row = access.row(reference, by);
        var bundle = written(row, light);
        binding.confirm(row, within, "indicators.json", by);
        ledger.record(
                by,
                "indicators.exported",
                row.thread(),
                Map.of("reference", row.reference(), "n", Integer.toString(bundle.named()), "label", light.word()));
        return bundle.json();
    }

    /** What is asked to be kept confidential begins with the narrower label; the officer chooses. */
    static TrafficLight begins(RequestRow row) {
        return row.confidential() ? TrafficLight.AMBER_STRICT : TrafficLight.AMBER;
    }

    private WrittenBundle written(RequestRow row, TrafficLight light) {
        var named = new LinkedHashMap<Identifier, NamedIdentifier>();
        try (var acts = threads.everyAct(row.thread())) {
            acts.filter(it -> it.bodyKept() && Entry.EFFECTIVE.equals(it.effect()))
                    .flatMap(it -> naming.in(it).stream())
                    .forEach(it -> named.putIfAbsent(it.identifier(), it));
        }
        return writing.write(row.thread() + " " + light.word(), List.copyOf(named.values()), light);
    }
}
