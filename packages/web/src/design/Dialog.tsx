/**
 * A dialog: the browser's own, which keeps the focus inside, makes the rest inert and gives the focus back.
 * Escape and *close* are the same; a dialog that must be answered leaves `onClose` out.
 */
import { type ReactNode, useEffect, useId, useRef } from 'react'

type Props = {
  readonly title: ReactNode
  readonly onClose?: () => void
  readonly actions?: ReactNode
  readonly isWide?: boolean
  readonly children: ReactNode
}

export function Dialog({ title, onClose, actions, isWide = false, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={ref}
      className={isWide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
    >
      <h2 id={id}>{title}</h2>
      <div className="dialog-body">{children}</div>
      {actions ? <div className="dialog-acts">{actions}</div> : null}
    </dialog>
  )
}
