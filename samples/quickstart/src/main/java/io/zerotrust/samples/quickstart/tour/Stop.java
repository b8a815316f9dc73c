package io.zerotrust.samples.quickstart.tour;

import io.zerotrust.samples.client.Call;

/**
 * One request of the tour.
 *
 * @param title what is tried
 * @param call the request
 * @param why what zt makes of it
 */
record Stop(String title, Call call, String why) {

}
