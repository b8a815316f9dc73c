package io.zerotrust.samples.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Which place takes which share of the time and the bytes of a workload on one thread.
 */
public final class Profile {

	private static final String CPU_TIME = "jdk.CPUTimeSample";

	private static final String EXECUTION = "jdk.ExecutionSample";

	private static final String ALLOCATION = "jdk.ObjectAllocationSample";

	private final Map<Place, Long> samples = new EnumMap<>(Place.class);

	private final Map<Place, Long> bytes = new EnumMap<>(Place.class);

	/**
	 * Record a workload, in addition to what was recorded before.
	 * @param workload what the calling thread shall do
	 * @throws Exception if the workload fails
	 */
	public void record(Callable<?> workload) throws Exception {
		Path file = Files.createTempFile("benchmark", ".jfr");
		try (Recording recording = new Recording()) {
			if (knows(CPU_TIME)) {
				recording.enable(CPU_TIME).with("throttle", "5ms").withStackTrace();
			}
			else {
				recording.enable(EXECUTION).with("period", "10 ms").withStackTrace();
			}
			recording.enable(ALLOCATION).with("throttle", "2000/s").withStackTrace();
			recording.start();
			workload.call();
			recording.stop();
			recording.dump(file);
			read(file, Thread.currentThread().getName());
		}
		finally {
			Files.delete(file);
		}
	}

	private static boolean knows(String event) {
		return FlightRecorder.getFlightRecorder()
			.getEventTypes()
			.stream()
			.map(EventType::getName)
			.anyMatch(event::equals);
	}

	private void read(Path file, String thread) throws IOException {
		boolean first = true;
		try (RecordingFile events = new RecordingFile(file)) {
			while (events.hasMoreEvents()) {
				RecordedEvent event = events.readEvent();
				if (!thread.equals(name(event))) {
					continue;
				}
				Place place = Place.of(classes(event.getStackTrace()));
				if (!event.getEventType().getName().equals(ALLOCATION)) {
					this.samples.merge(place, 1L, Long::sum);
				}
				else if (first) {
					// weighs whatever the thread allocated before the recording
					first = false;
				}
				else {
					this.bytes.merge(place, event.getLong("weight"), Long::sum);
				}
			}
		}
	}

	private static @Nullable String name(RecordedEvent event) {
		RecordedThread thread = event.hasField("sampledThread") ? event.getThread("sampledThread") : event.getThread();
		return (thread != null) ? thread.getJavaName() : null;
	}

	private static List<String> classes(@Nullable RecordedStackTrace stack) {
		List<String> classes = new ArrayList<>();
		if (stack != null) {
			for (RecordedFrame frame : stack.getFrames()) {
				classes.add(frame.getMethod().getType().getName());
			}
		}
		return classes;
	}

	/**
	 * Return how many samples of the time there are.
	 * @return the number of samples
	 */
	public long samples() {
		return sum(this.samples);
	}

	double timeShare(Place place) {
		return share(this.samples, place);
	}

	double byteShare(Place place) {
		return share(this.bytes, place);
	}

	private static double share(Map<Place, Long> of, Place place) {
		return (double) of.getOrDefault(place, 0L) / Math.max(1, sum(of));
	}

	private static long sum(Map<Place, Long> of) {
		return of.values().stream().mapToLong(Long::longValue).sum();
	}

}
