package io.zerotrust.spring.reference;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

import io.zerotrust.check.Check;
import io.zerotrust.check.Evidence;
import io.zerotrust.decision.ReasonCodes;

/**
 * The codes in the byte code of the main classes: every string of the form of a code that
 * is not the name of a check, of evidence or of a property. Metrics say none; they name
 * what others say.
 */
final class SaidCodes {

	private static final Pattern CODE = Pattern.compile("[a-z0-9-]+\\.[a-z0-9-]+");

	private static final Set<String> ROOMS_OF_PROPERTIES = Set.of("zt", "server", "management");

	private static final String METRICS = "/io/zerotrust/spring/observe/";

	private final Map<String, Set<Class<?>>> sayers = new TreeMap<>();

	private final Map<String, Class<?>> checks = new TreeMap<>();

	private SaidCodes() {
	}

	static SaidCodes read() throws IOException {
		SaidCodes said = new SaidCodes();
		for (Resource file : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:io/zerotrust/**/*.class")) {
			String path = file.getURL().getPath();
			if (!path.contains("test-classes") && !path.contains(METRICS)) {
				said.add(file);
			}
		}
		return said;
	}

	static SaidCodes of(Class<?> type) throws IOException {
		SaidCodes said = new SaidCodes();
		said.add(new PathMatchingResourcePatternResolver()
			.getResource("classpath:" + ClassUtils.convertClassNameToResourcePath(type.getName()) + ".class"));
		return said;
	}

	/**
	 * Return who says each code.
	 */
	Map<String, Set<Class<?>>> sayers() {
		return this.sayers;
	}

	/**
	 * Return the checks by the names that stand in their classes.
	 */
	Map<String, Class<?>> checks() {
		return this.checks;
	}

	private void add(Resource file) throws IOException {
		try (InputStream bytes = file.getInputStream()) {
			ClassReader reader = new ClassReader(bytes);
			Class<?> type = ClassUtils.resolveClassName(reader.getClassName().replace('/', '.'), null);
			if (type != ReasonCodes.class) {
				reader.accept(new Strings(type), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
			}
		}
	}

	private void found(Class<?> type, boolean name, String value) {
		if (name) {
			if (Check.class.isAssignableFrom(type)) {
				this.checks.put(value, type);
			}
		}
		else if (CODE.matcher(value).matches()
				&& !ROOMS_OF_PROPERTIES.contains(value.substring(0, value.indexOf('.')))) {
			this.sayers.computeIfAbsent(value, (code) -> new TreeSet<>(Comparator.comparing(Class::getName))).add(type);
		}
	}

	private final class Strings extends ClassVisitor {

		private static final String CONSTRUCTOR = "<init>";

		private final Class<?> type;

		Strings(Class<?> type) {
			super(SpringAsmInfo.ASM_VERSION);
			this.type = type;
		}

		@Override
		public MethodVisitor visitMethod(int access, String method, String descriptor, @Nullable String signature,
				String @Nullable [] exceptions) {
			return new MethodVisitor(SpringAsmInfo.ASM_VERSION) {

				private boolean evidence;

				private boolean superCall = method.equals(CONSTRUCTOR);

				@Override
				public void visitTypeInsn(int opcode, String created) {
					this.evidence = opcode == Opcodes.NEW && created.equals(Type.getInternalName(Evidence.class));
				}

				@Override
				public void visitLdcInsn(Object value) {
					if (value instanceof String text && !this.evidence) {
						found(Strings.this.type, this.superCall || method.equals("name"), text);
					}
					this.evidence = false;
				}

				@Override
				public void visitMethodInsn(int opcode, String owner, String called, String descriptor,
						boolean isInterface) {
					this.superCall &= !called.equals(CONSTRUCTOR);
				}

			};
		}

	}

}
