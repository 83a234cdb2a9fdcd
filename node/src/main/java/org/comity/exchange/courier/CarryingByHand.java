package org.comity.exchange.courier;

import java.util.List;
import java.util.Map;
import org.comity.exchange.ClosedThreads;
import org.comity.exchange.Courier;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may carry, carries. */
@Component
class CarryingByHand implements Courier {

    private final TakingOutParcels taking;
    private final BringingInParcels bringing;
    private final ObjectProvider<ClosedThreads> closed;

    CarryingByHand(TakingOutParcels taking, BringingInParcels bringing, ObjectProvider<ClosedThreads> closed) {
        this.taking = taking;
        this.bringing = bringing;
        this.closed = closed;
    }

    @Override
    public List<Waiting> waiting(Official by) {
        CourierRefused.unlessCarrier(by);
        return taking.waiting(ClosedThreads.hidden(closed, by.id()));
    }

    @Override
    public List<Batch> batches(Official by) {
        CourierRefused.unlessCarrier(by);
        return taking.batches();
    }

    @Override
    public Batch takeOut(String peer, Official by) {
        CourierRefused.unlessCarrier(by);
        return taking.takeOut(peer, by);
    }

    @Override
    public Download download(String batch, Official by) {
        CourierRefused.unlessCarrier(by);
        return taking.download(batch, by);
    }

    @Override
    public List<Taken> bringIn(Map<String, byte[]> files, Official by) {
        CourierRefused.unlessCarrier(by);
        return bringing.bringIn(files, by);
    }
}
